"""A seeker's place: where things stand, the conversation, and everything they may do with it."""
