"""Sealed conversations: threads, their epochs and messages."""
