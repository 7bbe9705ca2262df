"""Bytes only: codes, keys, objects, envelopes and streams, as docs/sealed-format.md writes them out."""

# The one version of everything here: the first byte of every sealed thing and part of every label.
# Another format is another number and another reader, never a flag.
VERSION = 1
