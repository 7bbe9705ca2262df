"""Numbers that lead to a person: by their shape, or by the word before them (the kind's cues)."""

import re
from collections.abc import Iterator

from offramp.paper.care.rules import Rules, one_of
from offramp.paper.care.spans import Span

SOCIAL_SECURITY = re.compile(r"(?<![\w-])\d{3}([- .])\d{2}\1\d{4}(?![\w-])")
ALIEN = re.compile(r"(?<![\w-])(?:[Aa](?:[-#]?|# )|A[ -])\d{2,3}[- ]?\d{3}[- ]?\d{3}(?![\w-])")
DOCKET = re.compile(
    r"(?<![\w-])(?:\d:)?\d{2}-(?:\d{3,6}-)?(?i:cv|cr|mc|mj|po)(?:-\d{3,6})?(?:-[A-Z]{2,12}){0,2}(?![\w-])"
    r"|(?<![\w-])(?:CR|CV|MJ)-\d{2}-\d{3,6}(?![\w-])"
    r"|(?<!\w)No\. ?\d{2}-\d{3,6}(?![\w-])"
)
# Three letters of a service center and ten figures, however they are grouped.
RECEIPT = r"(?:[- ]?\d){10}(?![\w-])"

JOINED = (
    r"(?:\s{0,2}\(?(?:numbers?|no|núm|n)\b\.?[ºo°]?|\s{0,2}#|\s{0,2}\(last four\))?"
    r"(?:\s(?:ending|ends|terminad[oa]|termina)\s(?:in|with|en)|\s(?:was|is|era|es))?\s{0,2}[:#]?\s{0,2}"
)
FIGURES = {
    "social-security-number": re.compile(JOINED + r"(\d{3}[- ]?\d{2}[- ]?\d{4}|\d{4})(?![\w-])"),
    "alien-number": re.compile(JOINED + r"(\d{2,3}[- ]?\d{3}[- ]?\d{3})(?![\w-])"),
    "case-number": re.compile(
        JOINED + r"((?=[\w:-]{0,12}\d{3})[A-Z0-9][\w:-]{3,30}(?: \d{2,3}){0,2}(?: \d{5})?)"
    ),
    "badge-number": re.compile(JOINED + r"((?=[A-Z\d-]{0,8}\d{3})[A-Z\d][A-Z\d-]{2,14})(?![\w-])"),
}


def find(text: str, rules: Rules) -> Iterator[Span]:
    shapes = (
        ("social-security-number", SOCIAL_SECURITY),
        ("alien-number", ALIEN),
        ("case-number", DOCKET),
        ("case-number", _receipts(rules)),
    )
    for kind, shape in shapes:
        yield from (Span(*found.span(), kind) for found in shape.finditer(text))
    for kind, figures in FIGURES.items():
        for cue in one_of(rules.kinds[kind].cues).finditer(text):
            if found := figures.match(text, cue.end()):
                yield Span(*found.span(1), kind)


def _receipts(rules: Rules) -> re.Pattern[str]:
    """The case number's words are the letters its receipts begin with."""
    letters = "|".join(map(re.escape, rules.kinds["case-number"].words)) or "(?!)"
    return re.compile(rf"(?<![\w-])(?:{letters}){RECEIPT}")
