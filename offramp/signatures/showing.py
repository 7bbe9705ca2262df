"""What a page says of those who signed: how many, and the names of those who wish to be shown."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count
from django.utils.formats import number_format

from offramp.letters.models import Letter
from offramp.people.models import Member
from offramp.signatures import signing
from offramp.signatures.models import Signature

NAMES_BELOW = 12


@dataclass(frozen=True)
class Counted:
    count: int

    @property
    def count_written(self) -> str:
        return written(self.count)


@dataclass(frozen=True)
class Below(Counted):
    """Below a letter: the newest names only."""

    is_open: bool
    names: list[str]

    @property
    def is_there(self) -> bool:
        return self.is_open or bool(self.count)

    @property
    def more(self) -> int:
        """Those whose names do not stand here: further ones, and those who are only counted."""
        return self.count - len(self.names)

    @property
    def more_written(self) -> str:
        return written(self.more)


@dataclass(frozen=True)
class Standing(Counted):
    """How signing stands, for organizers."""

    is_switched_on: bool
    held: int

    @property
    def held_written(self) -> str:
        return written(self.held)


def below(letter: Letter, *, at: datetime) -> Below:
    count = counted(letter)
    names = Signature.objects.filter(letter=letter).named().values_list("name", flat=True)
    return Below(
        is_open=signing.is_open(letter, at=at), count=count, names=list(names[:NAMES_BELOW]) if count else []
    )


def standing(letter: Letter) -> Standing:
    held = Signature.objects.filter(letter=letter).held().count()
    return Standing(is_switched_on=signing.is_switched_on(letter), count=counted(letter), held=held)


def held_by_letter(*, seen_by: Member) -> dict[UUID, int]:
    """How many names wait for an organizer, of each letter that has some."""
    held = Signature.objects.for_organizer(seen_by).held()
    return dict(held.values_list("letter").annotate(Count("pk")))


def counted(letter: Letter) -> int:
    return Signature.objects.filter(letter=letter).for_readers().count()


def written(count: int) -> str:
    """As people write a large number in the language of the page."""
    return number_format(count, use_l10n=True, force_grouping=True)
