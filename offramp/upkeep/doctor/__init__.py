"""Looks an installation over, changes nothing, and says what needs hands."""
