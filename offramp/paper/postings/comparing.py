"""Compares; never scores, and never says that something is there which is not."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from offramp.paper.postings import finding
from offramp.paper.postings.finding import NUMBERS, Found
from offramp.paper.postings.saying import SMALL, Said
from offramp.paper.postings.vocabulary import stems
from offramp.paper.wording import Phrases

NO_PHRASES = Phrases()

# Where each kind could stand, if it is true.
PLACES = {
    "requirement": "work",
    "skill": "skills",
    "tool": "skills",
    "certificate": "certificates",
    "licence": "certificates",
    "language": "languages",
    "years": "work",
    "education": "education",
}


@dataclass(frozen=True)
class Asked:
    """One thing a posting asks for, in its own words; where the résumé says it, or in which section it could.

    meant_in is the place that says it already, but in words that only insiders read.
    """

    text: str
    kind: str
    is_said: bool
    said_in: str
    could_stand_in: str
    meant_in: str = ""


def compare(
    posting: str, resume: Mapping[str, Any], *, today: date | None = None, phrases: Phrases = NO_PHRASES
) -> list[Asked]:
    """What the posting asks for, in its order. Work that goes on counts as years only with today's date."""
    said, meant = Said(resume, today), Said(resume, today, phrases)
    return [_asked(one, said, meant) for one in finding.find(posting)]


def _asked(one: Found, said: Said, meant: Said) -> Asked:
    place = PLACES[one.kind]
    if path := _place(one, said):
        return Asked(one.text, one.kind, is_said=True, said_in=path, could_stand_in=place)
    meant_in = _place(one, meant)
    return Asked(one.text, one.kind, is_said=False, said_in="", could_stand_in=place, meant_in=meant_in)


def _place(one: Found, said: Said) -> str:
    if one.term:
        return said.term(one.term)
    subject = frozenset(stem for stem in stems(one.text) if stem not in SMALL)
    if not one.years:
        return said.words(subject, fewest=2)
    # Long enough, and in what was asked for: eleven years on patrol are not two in accounting.
    work = frozenset(stem for stem in subject if not stem.isdigit() and stem not in NUMBERS)
    return "" if said.years < one.years else said.words(work, fewest=1) if work else "work"
