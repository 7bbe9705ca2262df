"""Offramp: confidential help for people who want to leave their job."""
