"""`offramp upgrade`: a newer version beside the one that runs, a backup, the tables, then the change."""
