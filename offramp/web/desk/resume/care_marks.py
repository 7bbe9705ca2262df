"""Marks of the care check as a page shows them: the words in their line, the reason, and safer words."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import get_language

from offramp import campaigns
from offramp.documents import private
from offramp.documents.places import Place
from offramp.documents.versions import Opened
from offramp.paper import care
from offramp.paper.care import Mark
from offramp.web.desk.resume import words_spots
from offramp.web.desk.resume.shortly import Shortly
from offramp.web.desk.resume.words_spots import Spot
from offramp.web.doors import MemberRequest

KINDS = ("resume", "letter", "note")
# Of a contact, what names or reaches its owner wherever it stands; a city does not.
OWN = ("name", "email", "phone", "address", "url")

_COUNTED: Shortly[int] = Shortly(most=500)


@dataclass(frozen=True)
class Marked:
    """One mark that nobody dismissed."""

    spot: Spot
    mark: Mark = field(repr=False)
    kind: str
    reason: str
    safer: str
    language: str  # of the paper, in which the safer words are

    def put_safely(self, text: str) -> str:
        return self.mark.replaced_in(text, self.language)


def found(request: MemberRequest, opened: Opened) -> list[Marked]:
    """In all that a reader on the desk would see; a file is cleaned in another way."""
    return _found(request, opened, opened.places, ()) if opened.kind.name in KINDS else []


def count(request: MemberRequest, opened: Opened) -> int:
    """How many those are; every page of a shared document asks, and looking takes as long as all the rest."""
    kept = private.read(by=request.keyholder)
    key = _COUNTED.key(opened.kind.name, opened.content, sorted(kept.dismissed), kept.contact)
    known = _COUNTED.get(key)
    if known is None:
        known = len(found(request, opened))
        _COUNTED.put(key, known)
    return known


def found_for_export(request: MemberRequest, opened: Opened, typed: Iterable[str]) -> list[Marked]:
    """In what goes into the file; its owner is looked for also by what was just typed of them."""
    return _found(request, opened, words_spots.shown_places(opened), typed)


def _found(request: MemberRequest, opened: Opened, among: list[Place], typed: Iterable[str]) -> list[Marked]:
    rules = campaigns.current().care_rules
    kept = private.read(by=request.keyholder)
    known = [kept.contact.get(key, "") for key in OWN] + kept.contact.get("profiles", [])
    own = frozenset((*known, *typed))
    return [
        _marked(opened, place, mark)
        for place in among
        for mark in care.marks(place.text, rules, own)
        if mark.trace not in kept.dismissed
    ]


def _marked(opened: Opened, place: Place, mark: Mark) -> Marked:
    of_page = get_language() or "en"
    of_paper = opened.content.get("language", of_page)
    return Marked(
        words_spots.spot(opened, place, mark.start, mark.end),
        mark,
        kind=campaigns.current().care_rules.name_of(mark.kind, of_page),
        reason=mark.reason_in(of_page),
        safer=mark.safer_in(of_paper),
        language=of_paper,
    )
