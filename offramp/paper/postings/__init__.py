"""Lays a posting beside a résumé: what it asks for, and where that is said or could truthfully stand."""

from offramp.paper.postings.comparing import Asked, compare

__all__ = ["Asked", "compare"]
