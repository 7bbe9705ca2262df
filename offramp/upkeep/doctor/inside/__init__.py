"""What can be seen on the machine itself."""
