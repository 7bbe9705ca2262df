"""`python -m benchmarks.replies SLUG COUNT`: fills a letter of an installation up to so many replies."""

import random
import sys
from datetime import timedelta

import django

django.setup()

from django.utils import timezone  # noqa: E402 - Django must be ready first

from benchmarks.texts import TEXT  # noqa: E402
from offramp.letters.models import Letter  # noqa: E402
from offramp.replies.models import Reply  # noqa: E402

ANSWERED = 5  # each so many-th reply is an answer
DRAWN = random.Random(1)  # noqa: S311 - the same replies each time


def fill(slug: str, count: int) -> None:
    letter = Letter.objects.get(slug=slug)
    there, now = Reply.objects.filter(letter=letter).count(), timezone.now()
    first: Reply | None = None
    replies = []
    for number in range(there, count):
        reply = Reply(
            letter=letter,
            to=first if number % ANSWERED == 0 else None,
            language="en",
            name=f"Reader {number}",
            email=f"reader{number}@example.org",
            text=said(),
            at=now - timedelta(minutes=count - number),
            standing=Reply.Standing.SHOWN,
        )
        first = reply if reply.to is None else first
        replies.append(reply)
    Reply.objects.bulk_create(replies, batch_size=500)


def said() -> str:
    """From a word to a long paragraph."""
    words = TEXT.split()
    return " ".join(DRAWN.choices(words, k=DRAWN.randint(1, 120)))


if __name__ == "__main__":
    fill(sys.argv[1], int(sys.argv[2]))
