"""The conversation as its seeker reads it: who, on which day, and where another adviser began."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from offramp.people.models.sealed_file import Filed
from offramp.threads.actions import Said
from offramp.threads.models import Author


@dataclass(frozen=True)
class Line:
    """One message; `begins` is the name of an adviser who speaks for the first time after another one."""

    who: str
    day: str
    is_mine: bool
    begins: str
    text: str = field(repr=False)
    files: tuple[Filed, ...] = field(repr=False)


def lines(said: Sequence[Said], *, today: date | None) -> Iterator[Line]:
    """Without a today, as for a file that is read another day, every day is written out."""
    you, team = _("You"), _("The team")
    latest_adviser = ""
    for one in said:
        is_another = one.author == Author.ADVISER and one.name != latest_adviser
        who = {Author.SEEKER: you, Author.FRONT_DESK: team}.get(Author(one.author), one.name)
        begins = one.name if is_another and latest_adviser else ""
        is_mine = one.author == Author.SEEKER
        yield Line(who, in_words(one.day, today), is_mine, begins, one.text, one.files)
        latest_adviser = one.name if is_another else latest_adviser


def in_words(day: date, today: date | None) -> str:
    if today and day == today:
        return _("Today")
    return _("Yesterday") if today and day == today - timedelta(days=1) else date_format(day)
