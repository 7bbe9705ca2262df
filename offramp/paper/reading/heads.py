"""The head of a position, taken apart: which piece is the title, which the employer, which the place."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from offramp.paper.reading import places, reaching
from offramp.paper.reading.nouns import employer_strength, title_strength

_STRONG = re.compile(r"\s*[|\u2022\u00b7\u2502\u25cf\u25aa]\s*|\s{3,}")
_WEAK = re.compile(r"\s+[-\u2013\u2014/~]+\s+|\s*\u2014\s*")
_AT = re.compile(r"\s+(?:at|@)\s+", re.IGNORECASE)
AT_FIRST = re.compile(r"^(?:at|@|for|with|en)\s+(?=[A-ZÁÉÍÓÚÑ0-9])")
_SMALL_WORDS = "of the and for at in on de del la las los el y e da do von van der a"
_SMALL = frozenset(_SMALL_WORDS.split())
_MOST_SMALL = 3  # words
_SUFFIX = re.compile(r"^(?:inc|llc|l\.l\.c|ltd|co|corp|lp|llp|pllc|pc|s\.?a|u\.?s\.?a?)\.?$", re.IGNORECASE)


@dataclass
class Head:
    """What a head says; `order` tells whether the title came first, where that is sure."""

    position: str = ""
    name: str = ""
    location: str = ""
    url: str = ""
    told: list[str] = field(default_factory=list)  # what an employer is, in words that are no name
    left: list[str] = field(default_factory=list)
    is_title_first: bool | None = None


def taken_apart(texts: Sequence[str], *, is_title_first: bool | None = None) -> Head:
    """Return the head that these texts make, given which comes first where nothing else tells."""
    head = Head()
    pieces = _split([piece for text in texts for piece in _STRONG.split(text) if piece.strip()], head)
    named = [piece for piece in pieces if AT_FIRST.match(piece)]
    if len(named) == 1 and len(pieces) > 1:
        head.name = AT_FIRST.sub("", named[0])
        head.position = next(piece for piece in pieces if piece not in named)
        return head
    if len(pieces) == 1:
        pieces = _in_two(pieces[0])
    if not pieces:
        return head
    if len(pieces) == 1:
        _alone(pieces[0], head)
    else:
        _ranked(pieces, head, is_title_first=is_title_first)
    return head


def usual_order(heads: Sequence[Head]) -> bool | None:
    """Return whether titles come first in most of the heads that tell."""
    told = Counter(head.is_title_first for head in heads if head.is_title_first is not None)
    return told.most_common(1)[0][0] if told else None


def _split(pieces: list[str], head: Head) -> list[str]:
    """Take the place out, and part pieces where a title and an employer share one."""
    made: list[str] = []
    for piece in pieces:
        text = piece.strip(" ,;|")
        if places.is_place(text) and (not head.location or _is_only_street(head.location)):
            # The town stands below its street.
            head.location = f"{head.location}, {text}".removeprefix(", ")
            continue
        if reaching.is_address(text) and not head.url:
            head.url = text
            continue
        text, place = places.parted(text)
        if place and not head.location:
            head.location = place
        elif place:
            text = piece.strip(" ,;|")
        made += _weakly(text)
    kept = []
    for text in made:
        if places.is_place(text) and not head.location:
            head.location = text
        elif text:
            kept.append(text)
    return kept


def _is_only_street(text: str) -> bool:
    return places.is_street(text) and "," not in text


def _weakly(text: str) -> list[str]:
    """Part at a dash or at "at" where the sides are of different kinds."""
    for joint in (_WEAK, _AT):
        for match in joint.finditer(text):
            left, right = text[: match.start()].strip(), text[match.end() :].strip(" ,")
            if left and right and (_differ(left, right) or (joint is _WEAK and places.is_place(right))):
                return [left, right]
    return [text]


def _differ(left: str, right: str) -> bool:
    one, other = _lean(left), _lean(right)
    return max(one, other) >= 1 and min(one, other) <= 0 and abs(one - other) >= 2


def _lean(text: str) -> int:
    """Return how much more a text reads like a title than like an employer."""
    return title_strength(text) - employer_strength(text)


def _in_two(text: str) -> list[str]:
    """Part one piece at a comma: the title up to the first part that names an employer, or the other way."""
    parts = [part.strip() for part in text.split(",")]
    parts = _with_suffixes([part for part in parts if part])
    if len(parts) < 2:
        return [text]
    found = max(range(1, len(parts)), key=lambda at: _lean(parts[0]) - _lean(parts[at]))
    if _lean(parts[0]) >= 1 and _lean(parts[found]) <= -2:
        first = next(at for at in range(1, len(parts)) if _lean(parts[at]) < 0)
        return [", ".join(parts[:first]), ", ".join(parts[first:])]
    if title_strength(parts[0]) == 3 and employer_strength(parts[0]) < 2:
        named = next((at for at in range(1, len(parts)) if employer_strength(parts[at])), 0)
        if not named and any(title_strength(part) == 3 for part in parts[1:]):
            return [text]
        at = named or 1
        return [", ".join(parts[:at]), ", ".join(parts[at:])]
    titled = next((at for at in range(1, len(parts)) if title_strength(parts[at]) == 3), 0)
    if titled:
        return [", ".join(parts[:titled]), ", ".join(parts[titled:])]
    return [text]


def _with_suffixes(parts: list[str]) -> list[str]:
    made: list[str] = []
    for part in parts:
        if made and _SUFFIX.match(part):
            made[-1] += f", {part}"
        else:
            made.append(part)
    return made


def _alone(piece: str, head: Head) -> None:
    lean = _lean(piece)
    if lean > 0 or (lean == 0 and title_strength(piece) == 3):
        head.position = piece
    else:
        head.name = piece


def _ranked(pieces: list[str], head: Head, *, is_title_first: bool | None) -> None:
    leans = [_lean(piece) for piece in pieces]
    best = max(leans)
    if len(pieces) == 2 and leans[0] == leans[1]:
        at = 0 if is_title_first is None or is_title_first else 1
    else:
        tied = [number for number, lean in enumerate(leans) if lean == best]
        at = tied[-1] if is_title_first is False else tied[0]
        if len(pieces) == 2 and abs(leans[0] - leans[1]) >= 2:
            head.is_title_first = at == 0
        elif len(pieces) == 2 and is_title_first is not None and abs(leans[0] - leans[1]) < 2:
            at = _unsure(pieces, at, is_title_first=is_title_first)
    head.position = pieces[at]
    others = [piece for number, piece in enumerate(pieces) if number != at]
    head.told = [piece for piece in others if not _is_proper(piece)]
    others = [piece for piece in others if piece not in head.told] or others
    named = min(others, key=_lean)
    if max(map(employer_strength, others)) == 0:
        named = others[0]
    head.name = _named(others, named, head)


def _is_proper(text: str) -> bool:
    """Tell a name from words about it: "Full-service digital agency" is none."""
    words = [word for word in text.split() if word[:1].isalpha() and word.casefold() not in _SMALL]
    said = [word for word in words if not word.isupper()]
    small = sum(word[:1].islower() for word in said)
    return small < _MOST_SMALL and small * 2 <= len(said)


def _unsure(pieces: list[str], at: int, *, is_title_first: bool) -> int:
    """Where the words hardly tell, the order of the other heads does."""
    if title_strength(pieces[at]) == 3 and title_strength(pieces[1 - at]) < 3:
        return at
    return 0 if is_title_first else 1


def _named(others: list[str], named: str, head: Head) -> str:
    """Join what else names the employer: a department and its agency on lines of their own."""
    kept = [piece for piece in others if piece == named or (employer_strength(piece) and _is_proper(piece))]
    head.left = [piece for piece in others if piece not in kept]
    return ", ".join(kept)
