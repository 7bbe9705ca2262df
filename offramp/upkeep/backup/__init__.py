"""Sealed copies of everything, and the way back."""
