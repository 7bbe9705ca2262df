"""Organizers' page of who gets the letters by mail."""
