"""`offramp farewell`: everybody is told, everybody takes what is theirs, then all is deleted."""
