"""Who puts a name, or only a number, below a letter."""
