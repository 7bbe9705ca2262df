"""The eight words, shown until two of them were repeated; for seekers and staff alike."""
