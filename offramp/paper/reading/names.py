"""Whose résumé it is: a line is a name only if it is written like one and something beside it says so."""

import re
from collections.abc import Sequence

from offramp.paper.reading import headings
from offramp.paper.reading.lines import Line
from offramp.paper.reading.nouns import employer_strength, plain, title_strength, words

_LABEL = re.compile(
    r"^(?:(?:full |legal |applicant(?:'s)? |candidate )?name|nombre(?: completo| y apellidos)?|"
    r"apellidos y nombres?)\s*:\s*|"
    r"^(?:r[eé]sum[eé] of|curr[ií]culum(?: vitae)? (?:of|de)|hoja de vida de)\s*:?\s+",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"[,\s]+(?:m\.?p\.?a|m\.?b\.?a|m\.?s\.?w?|m\.?a|m\.?p\.?[hp]|b\.?[as]|ph\.?\s?d|j\.?d|m\.?d|ed\.?d|ll\.?[bm]|"
    r"esq|jr|sr|i{2,3}|iv|cpa|c\.?p\.?p|c\.?f\.?e|r\.?n|e\.?m\.?t|pmp|cissp|shrm-cp|phr|lcsw|lmsw|usmc|ret)\b\.?\)?",
    re.IGNORECASE,
)
_PARTICLES = frozenset(["de", "la", "del", "los", "las", "van", "von", "der", "den", "da", "dos", "di", "y"])
_WRITTEN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž](?:[^\W\d_]*(?:['\u2019-][^\W\d_]+)*\.?|\.(?:[A-Z]\.)*)")
_PIECES = re.compile(r"\s+[|\u2022\u00b7\u2013\u2014-]\s+")
# Words a résumé begins with that are nobody's name, beside those of titles, employers and headings.
_SAID_WORDS = """
    about am and applicant available bilingual bilingue border branch candidate care case certified
    command crew criminal customer data day deportation desk detail dear deputy emergency english experienced
    experto field for former frontera great hard hello hola homeland human i immigration inmate intake
    intelligence investigation is justice law led lead licensed logistica logistics migracion mission my
    night no objective operations our patrol patrulla people please policy program programs proud records
    removal reliable resume retired safety seeking senior shift spanish special staff supervised tactical
    team the this to trained training transport transportation veteran veterano warehouse we with work yes
    application confidential curriculum vitae updated draft page former to whom concern
"""
_SAID = frozenset(_SAID_WORDS.split())
_DOES = re.compile(r"\w{3,}(?:ed|ing)|\w{3,}(?:tion|ness|ship|ology|ism|cion|[ai]dad)|\w{6,}ments?")
_ENDS_SO = frozenset(["ahmed", "mohamed", "mohammed", "jared", "alfred", "fleming", "manning", "browning"])
_NEAR = 6
_AMONG = 3


def labelled(text: str) -> tuple[str, str]:
    """Return the name that a line says under a label, and the label."""
    found = _LABEL.match(text.strip())
    said = text.strip()[found.end() :].strip() if found else ""
    is_short = said and len(said.split()) <= 7 and not re.search(r"[\d:]", said)
    return (said, found[0].strip()) if found and is_short else ("", "")


def find(lines: Sequence[Line], near: Sequence[int], *, email: str, is_headed: bool) -> tuple[int, str, str]:
    """Return which line holds the name, the name, and the rest of that line; -1 if none surely does.

    Near are the numbers of lines beside which a way to reach somebody stood.
    """
    local = plain(email.partition("@")[0])
    found = [(at, *apart(line.text, local)) for at, line in enumerate(lines[:_AMONG]) if not line.item]
    found = [one for one in found if one[1]]
    if not found:
        return -1, "", ""
    best = max(found, key=lambda one: (lines[one[0]].size > _largest_beside(lines, one[0]), -one[0]))
    at = best[0]
    is_near = any(0 <= other - at <= _NEAR for other in near)
    is_large = lines[at].size > _largest_beside(lines, at) > 0
    is_alone = is_headed and at == 0 and len(lines) <= _AMONG
    return best if is_near or is_large or is_alone else (-1, "", "")


def _largest_beside(lines: Sequence[Line], at: int) -> float:
    return max((line.size + 0.5 for number, line in enumerate(lines) if number != at), default=0.0)


def apart(text: str, local: str = "") -> tuple[str, str]:
    """Return the name with which a text begins, and what is said behind it."""
    said = text.strip()
    if is_name(said, local):
        return said, ""
    for joint in (_PIECES, re.compile(r",\s+")):
        found = joint.search(said)
        if found and is_name(said[: found.start()], local) and found.start():
            return said[: found.start()].strip(), said[found.end() :].strip()
    return "", ""


def is_name(text: str, local: str = "") -> bool:
    """Tell whether a text is written like a name; an e-mail address with a word of it settles doubts."""
    bare = _AFTER.sub(" ", text).replace(",", " ", 1).strip()
    told = bare.split()
    if not 2 <= len(told) <= 5 or re.search(r"[\d:;,|@/()]", bare):
        return False
    said = [word.strip(".") for word in words(bare)]
    if local and all(word in local for word in said if len(word) > 1):
        return True
    if not all(_WRITTEN.fullmatch(word) or word in _PARTICLES for word in told) or told[0] in _PARTICLES:
        return False
    if sum(len(word.strip(".")) > 1 and word not in _PARTICLES for word in told) < 2:
        return False
    is_meant = any(len(word) > 2 and word in local for word in said)
    return is_meant or not any(map(_is_said, said))


def _is_said(word: str) -> bool:
    """Tell whether a word is one of work and not of a name."""
    if word in _PARTICLES or len(word) == 1:
        return False
    does = bool(_DOES.fullmatch(word)) and word not in _ENDS_SO
    known = word in _SAID or word in headings.WORDS or title_strength(word) > 0 or employer_strength(word) > 0
    return does or known
