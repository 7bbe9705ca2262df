"""Who advises: what they are good at, how many people they can take, whether they can just now."""
