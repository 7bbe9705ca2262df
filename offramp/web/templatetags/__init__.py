"""What templates may ask besides their own page's words."""
