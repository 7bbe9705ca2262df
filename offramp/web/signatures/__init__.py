"""Signing a letter, and taking that back."""
