"""Replies for the tests, as they lie in the database."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from offramp.letters.models import Letter
from offramp.replies.models import Reply, Rule
from offramp.replies.rules import Way

Standing = Reply.Standing


def a_reply(letter: Letter, text: str = "I read it twice.", **more: Any) -> Reply:
    """Shown, unless it is said otherwise."""
    known: dict[str, Any] = {
        "name": "Cy",
        "email": "cy@example.org",
        "language": "en",
        "at": timezone.now(),
        "standing": Standing.SHOWN,
    }
    return Reply.objects.create(letter=letter, text=text, **(known | more))


def waiting(letter: Letter, text: str = "Not read by anybody yet.", **more: Any) -> Reply:
    return a_reply(letter, text, standing=Standing.WAITING, **more)


def many(letter: Letter, count: int, *, at: datetime, to: Reply | None = None) -> list[Reply]:
    """One a row, in one go."""
    kept = {"name": "Cy", "email": "cy@example.org", "language": "en", "at": at, "standing": Standing.SHOWN}
    replies = [Reply(letter=letter, to=to, text=f"Thought {number}.", **kept) for number in range(count)]
    return Reply.objects.bulk_create(replies)


def rule(letter: Letter, way: Way) -> None:
    Rule.objects.create(letter=letter, way=way)
