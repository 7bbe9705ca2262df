"""Files from strangers: recognised, cleaned and shown, and parsed nowhere but in a confined child."""
