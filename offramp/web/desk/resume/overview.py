"""A résumé: how long it is, what it does not say yet, and its sections with what stands in them."""

from dataclasses import dataclass, field

from django.http import HttpResponse
from django.utils import timezone
from django.utils.functional import Promise

from offramp.documents import copies, private
from offramp.documents.versions import Opened
from offramp.web.desk import paper
from offramp.web.desk.resume import choices, entry_lines, gauge, missing_words, names, previews, told_apart
from offramp.web.desk.resume.entry_lines import Line
from offramp.web.doors import MemberRequest

MOST_SHOWN = 6


@dataclass(frozen=True)
class Room:
    """One section."""

    key: str
    name: Promise
    more: Promise
    is_hidden: bool
    lines: list[Line] = field(repr=False)

    @property
    def first(self) -> list[Line]:
        return self.lines[:MOST_SHOWN]

    @property
    def others(self) -> int:
        return max(0, len(self.lines) - MOST_SHOWN)


def page(request: MemberRequest, opened: Opened) -> HttpResponse:
    content, today = opened.content, timezone.now().date()
    laid = previews.lay_out(opened.kind.name, content, today=today, by=request.keyholder.member)
    kept = private.read(by=request.keyholder)
    rooms = [_room(one, opened) for one in content["sections"]]
    about = {
        "here": "text",
        "base": opened.number,
        "gauge": gauge.of(laid, content["purpose"]),
        "laid": laid,
        "offers": len(copies.offers(by=request.keyholder, copy=opened)),
        "missing": missing_words.lines(content, today=today),
        "basics": content["basics"],
        "chosen": choices.told(content),
        "rooms": [room for room in rooms if room.lines],
        "empty": [room for room in rooms if not room.lines],
        "unread": content["unread"],
        "copied": told_apart.copy_of(content, by=request.keyholder),
        "left": len(kept.left(opened.document.pk)),
        "is_kept": bool(kept.contact),
        "is_empty": not any(room.lines for room in rooms) and not any(content["basics"].values()),
    }
    return paper.page(request, "desk/resume/resume.html", opened, about)


def _room(one: dict[str, str | bool], opened: Opened) -> Room:
    key = str(one["id"])
    lines = entry_lines.lines(key, opened.content[key])
    return Room(key, names.SECTIONS[key], names.MORE[key], bool(one["hidden"]), lines)
