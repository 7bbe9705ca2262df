"""Requests and what becomes of them."""

from offramp.pairing.models.advice import Question
from offramp.pairing.models.farewell import Farewell
from offramp.pairing.models.offer import Offer
from offramp.pairing.models.pairing import Draft, Handover, Pairing
from offramp.pairing.models.pause import Pause
from offramp.pairing.models.request import Card, Closing, Request, Retention, Sweep

__all__ = [
    "Card",
    "Closing",
    "Draft",
    "Farewell",
    "Handover",
    "Offer",
    "Pairing",
    "Pause",
    "Question",
    "Request",
    "Retention",
    "Sweep",
]
