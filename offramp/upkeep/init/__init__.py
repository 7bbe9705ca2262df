"""`offramp init`: asks what it needs, makes what is missing, and prints the first two enrollment links."""
