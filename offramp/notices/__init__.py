"""Outgoing mail: that it is worth looking in, never what waits."""
