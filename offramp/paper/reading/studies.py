"""What somebody studied: a degree and its subject, in one text or in two."""

import re
from typing import Any

from offramp.paper.reading import nouns
from offramp.paper.reading.kept import Kept

Entry = dict[str, Any]
_MOST_SUBJECT, _LONGEST = 6, 300
_WITHIN = re.compile(
    r"^(?P<degree>.*?)(?:\s+(?:in|en)\s+|\s*[,:]\s*|\s+[-\u2013\u2014]\s+)(?P<area>.+)$", re.IGNORECASE
)
_SHORT_DEGREE = re.compile(
    r"^(?P<degree>(?:[AB]\.?A\.?S?|B\.?Sc?|B\.?F\.?A|M\.?[AS]c?|M\.?B\.?A|Ph\.?\s?D|J\.?D|(?:Bachelor|"
    r"Master|Associate)(?:'s|s)?"
    r"(?: of (?:Science|Arts|Applied Science|Fine Arts|Engineering|Laws))?(?: "
    r"[Dd]egree)?+)\.?)\s+(?:[Dd]egree,?\s+)?(?P<area>[A-Z].+)$"
)


def degree(entry: Entry, text: str, kept: Kept) -> None:
    """Note a degree, and its subject where that stands in the same text."""
    if "studyType" in entry:
        if "area" in entry or not text.startswith(f"{entry['studyType']} "):
            return
        # Said a second time, and now with its subject.
        kept.turn(entry["studyType"])
    within = _WITHIN.match(text) if nouns.degree(text) else None
    short = _SHORT_DEGREE.match(text)
    if within and nouns.degree(within["degree"]):
        entry["studyType"] = within["degree"].strip()
        entry.setdefault("area", within["area"].strip(" .,"))
        kept.turn(text[within.end("degree") : within.start("area")])
    elif short:
        entry["studyType"], area = short["degree"].strip(), short["area"].strip()
        entry.setdefault("area", area)
    else:
        entry["studyType"] = text


def studied(entry: Entry, text: str, kept: Kept) -> None:
    """Note what was studied: a degree in a subject, or one of the two."""
    within = _WITHIN.match(text) if len(text) < _LONGEST else None
    if "studyType" not in entry and "area" not in entry and within and is_subject(within["area"]):
        entry["studyType"], entry["area"] = within["degree"].strip(), within["area"].strip(" .,")
        kept.turn(text[within.end("degree") : within.start("area")])
    elif "area" not in entry and len(text.split()) <= _MOST_SUBJECT + 2:
        entry["area"] = text
    elif "studyType" not in entry and len(text.split()) <= _MOST_SUBJECT:
        entry["studyType"] = text


def is_subject(text: str) -> bool:
    """Tell whether a text may name a subject."""
    return len(text.split()) <= _MOST_SUBJECT and not re.search(r"[\d:.]", text)
