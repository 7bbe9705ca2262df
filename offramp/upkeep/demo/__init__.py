"""The demonstration: an invented campaign's few weeks, played through the same actions as real ones."""
