"""Offers civilian words for those that only insiders read; each is taken by hand, one at a time."""

from offramp.paper.wording.offering import Offer, offers
from offramp.paper.wording.phrases import Phrase, Phrases

__all__ = ["Offer", "Phrase", "Phrases", "offers"]
