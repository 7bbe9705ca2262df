"""Requests as the front desk shows them: the card, and where each stands in words."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from offramp.pairing.models import Offer, Request
from offramp.pairing.waiting import AtFrontDesk, Oldest, State
from offramp.web.card_words import CardWords, card_words

WORDS: dict[State, Promise] = {
    State.NEW: _("new"),
    State.WROTE: _("waits for our answer"),
    State.READ: _("read, nobody asked yet"),
    State.ANSWERED: _("answered, waits for them"),
    State.OFFERED: _("offered"),
    State.CLOSED: _("closed"),
    State.SWEPT: _("put aside"),
}


@dataclass(frozen=True)
class Row:
    request: Request
    card: CardWords | None  # None: these keys do not open it
    state: State
    offer: Offer | None
    offered: str  # to whom and for how long

    @property
    def words(self) -> Promise:
        return WORDS[self.state]

    @property
    def is_new(self) -> bool:
        return self.state == State.NEW

    @property
    def is_closed(self) -> bool:
        return self.state == State.CLOSED

    @property
    def is_swept(self) -> bool:
        return self.state == State.SWEPT

    @property
    def is_only_offered(self) -> bool:
        return self.state == State.OFFERED

    @property
    def is_free(self) -> bool:
        """Neither offered nor done with: it can be offered, closed or put aside."""
        return not (self.offer or self.is_closed or self.is_swept)


@dataclass(frozen=True)
class Group:
    """One of the lists: its oldest rows, and how many there are behind them."""

    rows: list[Row]
    total: int

    @property
    def more(self) -> int:
        return self.total - len(self.rows)


def group(found: Oldest, *, on: date) -> Group:
    return Group([row(one, on=on) for one in found.shown], found.total)


def row(one: AtFrontDesk, *, on: date) -> Row:
    card = card_words(one.asked) if one.asked else None
    return Row(one.request, card, one.state, one.offer, _offered(one.offer, on) if one.offer else "")


def _offered(offer: Offer, on: date) -> str:
    days = offer.days_left(on=on)
    words = ngettext(
        "offered to %(name)s, %(days)d day left", "offered to %(name)s, %(days)d days left", days
    )
    return words % {"name": offer.adviser.name, "days": days}
