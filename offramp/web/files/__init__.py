"""What every page with files shares: how one arrives, in which words, and how it is shown safely first."""
