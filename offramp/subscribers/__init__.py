"""Who gets the letters by mail, and how they get there; no seeker is among them, ever."""
