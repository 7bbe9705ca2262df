"""Coming back with a code, and going."""
