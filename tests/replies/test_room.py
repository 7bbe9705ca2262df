"""How many replies may wait: a flood below one letter closes no other, and nothing that is shown at once."""

from uuid import uuid4

import pytest
from django.db import connection
from django.utils import timezone

from offramp.letters.models import Letter
from offramp.replies import writing
from offramp.replies.models import Reply
from offramp.replies.rules import Way
from offramp.replies.writing import Said
from tests.letters.letters import a_public_letter
from tests.replies.replies import Standing, rule, waiting

pytestmark = pytest.mark.django_db


@pytest.fixture
def letter() -> Letter:
    return a_public_letter()


def write(letter: Letter, text: str = "Thank you.") -> Reply:
    said = Said(name="Cy", email="cy@example.org", text=text, language="en")
    fresh = Letter.objects.get(pk=letter.pk)
    return writing.write(once=uuid4(), letter=fresh, to=None, said=said, now=timezone.now())


def test_a_flood_below_one_letter_closes_no_other(letter: Letter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "MOST_BELOW_ONE_LETTER", 2)
    for _ in range(2):
        waiting(letter)

    with pytest.raises(writing.Flooded):
        write(letter)

    assert write(a_public_letter("another")).standing == Standing.WAITING


@pytest.mark.parametrize("most", ["MOST_BELOW_ONE_LETTER", "MOST_WAITING"])
def test_what_is_shown_at_once_needs_no_room_among_what_waits(
    letter: Letter, monkeypatch: pytest.MonkeyPatch, most: str
) -> None:
    monkeypatch.setattr(writing, most, 1)
    rule(letter, Way.OPEN)
    waiting(letter)

    assert write(letter).standing == Standing.SHOWN
    with pytest.raises(writing.Flooded):
        write(letter, "See https://pills.example/buy")


@pytest.mark.django_db(transaction=True)
def test_while_a_text_is_looked_at_others_write(letter: Letter) -> None:
    """What the filter knows is read before the transaction that keeps the reply."""
    asked = []

    def note(execute, sql, params, many, context):  # type: ignore[no-untyped-def]
        if "replies_learned" in sql or "INSERT" in sql:
            asked.append((sql.split()[0], connection.in_atomic_block))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        write(letter)

    assert asked == [("SELECT", False), ("INSERT", True)]
