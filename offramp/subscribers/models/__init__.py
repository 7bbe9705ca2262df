"""Subscribers, and the mailings on their way to them."""

from offramp.subscribers.models.mailing import Delivery, Mailing
from offramp.subscribers.models.subscriber import Subscriber

__all__ = ["Delivery", "Mailing", "Subscriber"]
