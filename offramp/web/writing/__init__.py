"""Where organizers write the open letters."""
