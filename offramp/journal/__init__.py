"""What staff did, by day and number; ids only, and no feature reads it."""
