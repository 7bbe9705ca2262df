"""What readers say below the letters."""
