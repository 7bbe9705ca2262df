"""What the command line does with a résumé or a letter."""
