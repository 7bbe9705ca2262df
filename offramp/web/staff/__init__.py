"""The staff's way in: the door, the link somebody was given, the second factor."""
