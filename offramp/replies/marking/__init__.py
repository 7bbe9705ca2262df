"""What in a reply is read by an organizer first: each module looks for one mark, in English and Spanish."""
