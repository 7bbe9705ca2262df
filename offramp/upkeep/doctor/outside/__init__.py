"""What a visitor meets at the public address."""
