"""Asking for help: one form, one message, one code."""
