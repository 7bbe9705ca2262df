"""Names of operations and systems, and the markings on a paper that was never meant to leave."""

import re
from collections.abc import Iterator

from offramp.paper.care.rules import Kind, Rules, one_of
from offramp.paper.care.spans import Span

BANNER = re.compile(
    r"\(?\b(?:U|C|S|TS|UNCLASSIFIED|CONFIDENTIAL|SECRET|TOP SECRET|CUI|SBU|FOUO|LES)//[A-Z][A-Z/-]{1,30}"
    r"(?: [A-Z]{3,12}){0,3}\)?"
)
TITLE = r"(?:[A-ZÁÉÍÓÚÑ0-9][\w'\u2019-]{0,30})"
CALLED = re.compile(rf"\s{{1,2}}{TITLE}(?:\s(?:(?:de|del|of|the)\s)?{TITLE}){{0,3}}")
ON_TOP = re.compile(r"(?:^|\n)[ \t(]*$|\bmarked\s$|//$", re.IGNORECASE)
BETWEEN = (re.compile(r"[,;(/]\s?$"), re.compile(r"\s?(?:[,;)/.]|$)"))


def find(text: str, rules: Rules) -> Iterator[Span]:
    yield from _markings(text, rules.kinds["marking"])
    yield from _operations(text, rules.kinds["operation"])
    yield from _systems(text, rules.kinds["system"])


def _markings(text: str, kind: Kind) -> Iterator[Span]:
    """Words are markings anywhere; cues, which mean other things too, on top of a line or between commas."""
    yield from (Span(*found.span(), "marking") for found in BANNER.finditer(text))
    yield from (Span(*found.span(), "marking") for found in one_of(kind.words).finditer(text))
    for found in one_of(kind.cues).finditer(text):
        before = text[max(0, found.start() - 8) : found.start()] if found.start() else "\n"
        is_alone = BETWEEN[0].search(before) and BETWEEN[1].match(text, found.end())
        if is_alone or ON_TOP.search(before):
            yield Span(*found.span(), "marking")


def _operations(text: str, kind: Kind) -> Iterator[Span]:
    """A cue and the name that follows; innocent names are public ones, and words of other trades."""
    innocent = one_of(kind.innocent)
    for cue in one_of(kind.cues).finditer(text):
        called = CALLED.match(text, cue.end())
        if called and not innocent.match(text, cue.end() + len(called[0]) - len(called[0].lstrip())):
            yield Span(cue.start(), called.end(), "operation")


def _systems(text: str, kind: Kind) -> Iterator[Span]:
    """Words are names of systems, unless they go on as an innocent one does."""
    innocent = one_of(kind.innocent)
    for found in one_of(kind.words).finditer(text):
        if not innocent.match(text, found.start()):
            yield Span(*found.span(), "system")
