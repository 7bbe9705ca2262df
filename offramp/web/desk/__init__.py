"""A seeker's desk: their documents, who can open each, what was changed, and what waits for them."""
