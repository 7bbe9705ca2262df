"""Comments as a page shows them to the seeker or the adviser: about what, who said what, whose turn it is."""

from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _

from offramp.documents import places
from offramp.documents.comments import Remark
from offramp.documents.places import NoSuchPlace
from offramp.documents.versions import Opened
from offramp.web.desk import labels
from offramp.web.thread_lines import Line

Address = Callable[[str, UUID], str]  # of a comment's "answers", "resolution" or "reopening"


@dataclass(frozen=True)
class Talk:
    """One comment with what was answered; the addresses differ by who looks at it."""

    remark: Remark
    where: str
    still_says: bool  # what was quoted
    lines: list[Line] = field(repr=False)
    address: Address = field(repr=False)

    @property
    def is_my_turn(self) -> bool:
        return not self.remark.is_resolved and not self.lines[-1].is_mine

    @property
    def answers_at(self) -> str:
        return self.address("answers", self.remark.comment.pk)

    @property
    def resolution_at(self) -> str:
        return self.address("resolution", self.remark.comment.pk)

    @property
    def reopening_at(self) -> str:
        return self.address("reopening", self.remark.comment.pk)


@dataclass(frozen=True)
class Reader:
    """Who looks: the owner or the adviser, and what an owner is called to the other."""

    is_owner: bool
    owner_name: str
    address: Address = field(repr=False)


def talk(remark: Remark, opened: Opened, reader: Reader) -> Talk:
    said = [_line(one, reader) for one in (remark, *remark.answers)]
    place = opened.place(remark.path)
    still_says = not remark.quote or (place is not None and place.text.startswith(remark.quote))
    return Talk(remark, where(opened, remark.path), still_says, said, reader.address)


def where(opened: Opened, path: str) -> str:
    """ "Paragraph 3", all of it, or a place that was taken out since."""
    if not path:
        return _("All of it")
    try:
        at = opened.place(path) or places.place_of(opened.content, path)
        return labels.label(opened.kind.name, at, opened.content)
    except (NoSuchPlace, KeyError):
        return _("A place that is gone")


def _line(remark: Remark, reader: Reader) -> Line:
    is_mine = remark.is_by_owner == reader.is_owner
    other = remark.author or reader.owner_name
    return Line(_("You") if is_mine else other, remark.day, is_mine, remark.text)
