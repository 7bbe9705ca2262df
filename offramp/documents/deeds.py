"""What was done with a version, sealed beside it: enough to tell a history and a list without its content."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from offramp.documents.differences import Difference, How

MOST_TOLD = 20  # places; beyond it, how many more


class What(StrEnum):
    BEGUN = "begun"
    SAVED = "saved"
    MERGED = "merged"  # saved while another tab, or an accepted suggestion, had changed other places
    RESTORED = "restored"
    ACCEPTED = "accepted"
    EDITED = "edited"  # accepted in the seeker's own words
    SHARED = "shared"
    FILED = "filed"  # a file was added


@dataclass(frozen=True)
class Touched:
    """A place that changed, as it stood then."""

    pattern: str
    position: int
    how: How
    above: tuple[int, ...] = ()  # positions of what it stood in


@dataclass(frozen=True)
class Act:
    """What the owner does: whose suggestions they take, whom they share with, which version they restore."""

    what: What
    names: tuple[str, ...] = ()
    of: int = 0


@dataclass(frozen=True)
class Deed:
    """One line of the history. Everything in it is the owner's doing; names are of those it came from."""

    number: int
    day: date
    act: Act
    kind: str
    title: str = field(repr=False)
    touched: tuple[Touched, ...] = ()
    more: int = 0

    @property
    def what(self) -> What:
        return self.act.what

    @property
    def names(self) -> tuple[str, ...]:
        return self.act.names


def told(differences: Iterable[Difference]) -> tuple[tuple[Touched, ...], int]:
    """The first places that changed, and how many more there are."""
    touched = [Touched(one.pattern, one.position, one.how, one.above) for one in differences]
    return tuple(touched[:MOST_TOLD]), max(0, len(touched) - MOST_TOLD)


def pack(deed: Deed) -> dict[str, Any]:
    return {
        "day": deed.day.isoformat(),
        "what": deed.act.what,
        "names": list(deed.act.names),
        "of": deed.act.of,
        "kind": deed.kind,
        "title": deed.title,
        "touched": [[one.pattern, one.position, one.how, *one.above] for one in deed.touched],
        "more": deed.more,
    }


def unpack(packed: dict[str, Any], *, number: int) -> Deed:
    return Deed(
        number=number,
        day=date.fromisoformat(packed["day"]),
        act=Act(What(packed["what"]), tuple(packed["names"]), packed["of"]),
        kind=packed["kind"],
        title=packed["title"],
        touched=tuple(
            Touched(pattern, position, How(how), tuple(above))
            for pattern, position, how, *above in packed["touched"]
        ),
        more=packed["more"],
    )
