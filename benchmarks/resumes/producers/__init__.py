"""Those who write the files: each takes a script and a style, and returns bytes."""
