"""From a request to a pairing: the front desk, offers, handovers, and the end of all of it."""
