"""What each kind of document, and each place in one, is called."""

from typing import Protocol

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from offramp.documents.places import Content
from offramp.web.desk.resume import names

KINDS: dict[str, Promise] = {
    "resume": _("Résumé"),
    "letter": _("Letter"),
    "note": _("Note"),
    "file": _("File"),
    "private": _("Kept for your papers"),
}
ROOMS: dict[str, Promise] = {
    "resume": _("Résumés"),
    "letter": _("Letters"),
    "note": _("Notes"),
    "file": _("Files"),
}

# By kind and pattern, as they stand within a sentence; a new kind brings its own lines.
PLACES: dict[tuple[str, str], Promise] = {
    ("note", "title"): _("the title"),
    ("note", "paragraphs/*"): _("paragraph %(position)s"),
    ("note", "paragraphs"): _("the order of the paragraphs"),
    ("file", "title"): _("the title"),
    ("file", "files/*"): _("file %(position)s"),
    ("letter", "title"): _("the title"),
    ("letter", "posting"): _("the posting"),
    ("letter", "to"): _("whom it is to"),
    ("letter", "greeting"): _("the greeting"),
    ("letter", "why"): _("why this work"),
    ("letter", "bring"): _("what you bring"),
    ("letter", "story"): _("the one story"),
    ("letter", "hard"): _("the hard question"),
    ("letter", "closing"): _("the closing"),
}


class Placed(Protocol):
    """A place, a difference, a place touched by a deed."""

    @property
    def pattern(self) -> str: ...

    @property
    def position(self) -> int: ...

    @property
    def above(self) -> tuple[int, ...]: ...


def label(kind: str, placed: Placed, content: Content | None = None) -> str:
    """The name of a place, as it stands above it: "Paragraph 3", "Work 2, bullet 3"."""
    words = within(kind, placed, content)
    return words[:1].upper() + words[1:]


def within(kind: str, placed: Placed, content: Content | None = None) -> str:
    """The name of a place within a sentence: "paragraph 3"; with its content, "Shift lead, bullet 3"."""
    if kind == "resume":
        return names.within(placed, content)
    return str(PLACES[kind, placed.pattern]) % {"position": placed.position}


def name(title: str, kind: str) -> str:
    """What a document without a title is called."""
    return title.strip() or str(KINDS[kind])
