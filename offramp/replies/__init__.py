"""What readers say below a letter, and who lets it stand there."""
