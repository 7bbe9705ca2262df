"""From every released version, with data in place: what people wrote must come along."""
