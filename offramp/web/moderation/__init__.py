"""Organizers decide what stands below the letters."""
