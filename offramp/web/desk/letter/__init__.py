"""A cover letter on the desk: for a posting or open, along four questions; nothing in it is generated."""
