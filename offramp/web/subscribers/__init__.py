"""Who gets the letters by mail, for organizers: how many, one of them, and lists."""
