"""Who is on the staff, and everything that takes two organizers."""
