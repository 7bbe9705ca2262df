"""Subscribers, and the mailings on their way to them."""

from offramp.subscribers.models.ending import Ending
from offramp.subscribers.models.mailing import Delivery, Mailing
from offramp.subscribers.models.proof import Proof
from offramp.subscribers.models.subscriber import Subscriber

__all__ = ["Delivery", "Ending", "Mailing", "Proof", "Subscriber"]
