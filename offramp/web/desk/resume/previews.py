"""A résumé or a letter as its pages will look, with placeholders for whoever it is of; nothing is stored."""

import re
from dataclasses import dataclass, field
from datetime import date

from django.http import HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from offramp.documents.places import Content
from offramp.paper import contents, letters, writing
from offramp.paper.resumes import NotAResume
from offramp.paper.writing.pdf import DESIGNS, UnknownDesign
from offramp.paper.writing.scripts import CannotShow
from offramp.web.desk.resume import placeholders

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
_HEIGHT = re.compile(rb'viewBox="0 0 \S+ ([0-9.]+)"')
_BLOCK = re.compile(rb'<g transform="translate\([0-9.]+ ([0-9.]+)\)">')


@dataclass(frozen=True)
class Laid:
    """Its pages as pictures; none where our fonts cannot show what is written, and then which characters."""

    pictures: tuple[bytes, ...] = field(repr=False, default=())
    unshown: str = ""

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


def written(kind: str, content: Content, *, today: date) -> writing.Written:
    """As a file would have it, but for the placeholders."""
    contact = placeholders.contact(content["language"])
    if kind == "letter":
        return letters.to_letter(content, contact, today.isoformat())
    return contents.to_resume(content, contact=contact)


def lay_out(kind: str, content: Content, *, today: date, design: str = "", paper: str = "") -> Laid:
    """With another design or paper than its own, if one is named that we have."""
    look = {
        "design": design if design in DESIGNS else content["design"],
        "paper": paper if paper in PAPER_NAMES else content["paper"],
    }
    try:
        return Laid(tuple(writing.preview(written(kind, content, today=today), **look)))
    except CannotShow as refusal:
        return Laid(unshown=" ".join(refusal.characters[:20]))
    except (NotAResume, UnknownDesign):
        return Laid()


def picture(laid: Laid, page: int) -> HttpResponse | None:
    """The answer for one page, counted from 1."""
    if not 1 <= page <= laid.count:
        return None
    answer = HttpResponse(laid.pictures[page - 1], content_type=PICTURE)
    answer["Content-Security-Policy"] = SHUT
    return answer
