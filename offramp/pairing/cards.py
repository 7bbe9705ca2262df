"""The card: what a seeker said would help, in the campaign's choices and a few words."""

from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any

from offramp.pairing.models import Card, Request
from offramp.people import envelopes
from offramp.people.envelopes import Recipient, Sealing
from offramp.people.keyholders import Opener
from offramp.sealed import objects


@dataclass(frozen=True)
class Asked:
    """A card's content: ids of the campaign's choices, and what was written in own words."""

    day: date
    nickname: str = ""
    help: tuple[str, ...] = ()
    work: str = ""
    years: str = ""
    region: str = ""
    languages: tuple[str, ...] = ()
    wishes: tuple[str, ...] = ()
    red_lines: tuple[str, ...] = ()
    red_line_words: str = field(default="", repr=False)
    letter: str = ""  # the open letter they came from
    summary: str = field(default="", repr=False)  # an earlier adviser's, approved by the seeker

    def with_summary(self, summary: str) -> "Asked":
        return replace(self, summary=summary)


def create(*, request: Request, asked: Asked, to: tuple[Recipient, ...]) -> Sealing:
    """A sealed card, and its key to put to the people named."""
    key = objects.new_key()
    card = Card(request=request)
    card.write(asdict(asked) | {"day": asked.day.isoformat()}, key=key)
    card.save(force_insert=True)
    return Sealing(key, Card.KIND, card.pk, to)


def renew(*, request: Request, by: Opener, to: tuple[Recipient, ...], summary: str | None = None) -> None:
    """The same content under a fresh key, for these people and nobody who held the old one. Raises NoKey."""
    asked = read(card=request.card, by=by)
    envelopes.of(Card.KIND, request.card.pk).delete()
    request.card.delete()
    fresh = asked if summary is None else asked.with_summary(summary)
    envelopes.put_all([create(request=request, asked=fresh, to=to)])


def read(*, card: Card, by: Opener) -> Asked:
    """Raises NoKey."""
    return _asked(card.read(key=by.key(Card.KIND, card.pk)))


def read_all(*, requests: list[Request], by: Opener) -> dict[Request, Asked]:
    """The cards this opener can open, in one query for all their keys."""
    keys = by.keys_of(Card.KIND, [request.card.pk for request in requests])
    return {
        request: _asked(request.card.read(key=keys[request.card.pk]))
        for request in requests
        if request.card.pk in keys
    }


def _asked(content: dict[str, Any]) -> Asked:
    lists = {name: tuple(value) for name, value in content.items() if isinstance(value, list)}
    return Asked(**{**content, **lists, "day": date.fromisoformat(content["day"])})
