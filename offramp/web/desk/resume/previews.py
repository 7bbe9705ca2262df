"""A résumé or a letter as its pages will look, with placeholders for whoever it is of.

Nothing is stored; the pictures stay in memory for a minute, as each is asked for by itself.
"""

import re
from dataclasses import dataclass, field
from datetime import date

from django.http import HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from offramp.documents.places import Content
from offramp.paper import contents, letters, writing
from offramp.paper.resumes import NotAResume
from offramp.paper.writing import length
from offramp.paper.writing.scripts import CannotShow
from offramp.people.models import Member
from offramp.web import pace, told
from offramp.web.desk.resume import placeholders
from offramp.web.desk.resume.shortly import Shortly

KINDS = ("resume", "letter")
PICTURE = "image/svg+xml"
# Opened in place it is nobody's page: it runs, loads and sends nothing.
SHUT = "default-src 'none'; sandbox"
DESIGN_NAMES: dict[str, Promise] = {
    "plain": _("Plain"),
    "classic": _("Classic"),
    "modern": _("Modern"),
}
PAPER_NAMES: dict[str, Promise] = {
    "letter": _("Letter, as in the United States"),
    "a4": _("A4, as elsewhere"),
}
# About ten pages; the slowest design takes less than a second of processor for any words of that length.
MOST_LETTERS = 30_000
TOO_LONG = _("Too long to draw. A Word file or plain text can still be made of it.")
NOT_A_FILE = _("There is more in one of its lists than a file can hold. Please shorten it.")
_HEIGHT = re.compile(rb'viewBox="0 0 \S+ ([0-9.]+)"')
_BLOCK = re.compile(rb'<g transform="translate\([0-9.]+ ([0-9.]+)\)">')


@dataclass(frozen=True)
class Laid:
    """Its pages as pictures, or why there are none: a sentence, or which characters our fonts lack."""

    pictures: tuple[bytes, ...] = field(repr=False, default=())
    unshown: str = ""
    unshown_in: str = ""  # the beginning of the first line that holds one
    trouble: Promise | str = ""
    status: int = 200

    @property
    def is_too_long(self) -> bool:
        return self.trouble is TOO_LONG

    @property
    def count(self) -> int:
        return len(self.pictures)

    @property
    def fill(self) -> float:
        """How much of the last page is written on."""
        last = self.pictures[-1]
        height = float(found[1]) if (found := _HEIGHT.search(last)) else 0
        lowest = max(map(float, _BLOCK.findall(last)), default=height)
        return lowest / height if height else 1.0


_LATELY: Shortly[Laid] = Shortly()


def written(kind: str, content: Content, *, today: date) -> writing.Written:
    """As a file would have it, but for the placeholders."""
    contact = placeholders.contact(content["language"])
    if kind == "letter":
        return letters.to_letter(content, contact, today.isoformat())
    return contents.to_resume(content, contact=contact)


def lay_out(
    kind: str, content: Content, *, today: date, design: str = "", paper: str = "", by: Member | None = None
) -> Laid:
    """With another design or paper than its own, if one is named that we have; drawn once in a minute."""
    look = {
        "design": _first_of(DESIGN_NAMES, design, content["design"]),
        "paper": _first_of(PAPER_NAMES, paper, content["paper"]),
    }
    key = _LATELY.key(kind, content, today.isoformat(), look)
    if laid := _LATELY.get(key):
        return laid
    if by is not None and not pace.may_draw(by):
        return Laid(trouble=told.SENTENCES["often"].words, status=pace.TOO_MANY)
    try:
        laid = _drawn(written(kind, content, today=today), look)
    except NotAResume:
        laid = Laid(trouble=NOT_A_FILE)
    _LATELY.put(key, laid)
    return laid


def _first_of(names: dict[str, Promise], *wished: str) -> str:
    """The first that we have; whatever is none of ours is as ours usually are."""
    return next(one for one in (*wished, *names) if one in names)


def _drawn(paper: writing.Written, look: dict[str, str]) -> Laid:
    """Raises NotAResume."""
    if length.letters(writing.sheet_of(paper)) > MOST_LETTERS:
        return Laid(trouble=TOO_LONG)
    try:
        return Laid(tuple(writing.preview(paper, **look)))
    except CannotShow as refusal:
        return Laid(unshown=" ".join(refusal.characters[:20]), unshown_in=refusal.line[:80])


def picture(laid: Laid, page: int) -> HttpResponse | None:
    """The answer for one page, counted from 1."""
    if laid.status == pace.TOO_MANY:
        return HttpResponse(status=laid.status)
    if not 1 <= page <= laid.count:
        return None
    answer = HttpResponse(laid.pictures[page - 1], content_type=PICTURE)
    answer["Content-Security-Policy"] = SHUT
    return answer
