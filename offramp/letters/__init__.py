"""Open letters: what the organizers publish, and what is kept of each."""
