"""Somebody who gets the letters by mail, or was only asked."""

from typing import Any

from offramp.subscribers.models import Subscriber
from tests.cast import TODAY

ADDRESS = "reader@example.org"


def a_subscriber(email: str = ADDRESS, *, is_confirmed: bool = True, **more: Any) -> Subscriber:
    day = TODAY if is_confirmed else None
    wishes = {"language": "en", "rhythm": "each", "asked_on": TODAY, "confirmed_on": day} | more
    return Subscriber.objects.create(email=email, **wishes)
