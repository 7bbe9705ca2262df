"""Numbers that lead to a person: by their shape, or by the word before them (the kind's cues)."""

import re
from collections.abc import Iterator

from offramp.paper.care.rules import Rules, one_of
from offramp.paper.care.spans import Span

# Also with all but the last four blotted out.
SOCIAL_SECURITY = re.compile(
    r"(?<![\w-])\d{3}( ?[-\u2013.] ?| )\d{2}\1\d{4}(?![\w-])"
    r"|(?<!\w)[Xx*•]{3}[- ]?[Xx*•]{2}[- ]?\d{4}(?![\w-])"
)
# "Ending in 6789 (SSN)", "6789 are the last four of my social".
LAST = r"(?:ending|ends|end|last|final|termina\w*|últim[oa]s)"
LAST_FOUR = re.compile(
    rf"(?i)\b{LAST}\b[^\n\d]{{0,20}}(\d{{4}})\b[^\n\d]{{0,14}}\b(?:ssn|social|nss)\b"
    rf"|(?i:\b{LAST}\b[^\n\d]{{0,4}}(?:four|4|cuatro)\b[^\n\d]{{0,16}}\b(?:ssn|social|nss)\b)"
    r"[^\n\d]{0,10}(\d{4})(?![\w-])"
    rf"|(?<![\w-])(\d{{4}})\b[^\n\d]{{0,20}}\b{LAST}\b[^\n\d]{{0,20}}\b(?:ssn|social|nss)\b"
)
ALIEN = re.compile(
    r"(?<![\w-])(?:[Aa](?:[-#:.]?|# ?|: | ?[-\u2013] ?#?)|A[ -])\d{2,3}[- .]?\d{3}[- .]?\d{3}(?![\w-])"
)
COURT = "(?i:cv|cr|mc|mj|po|mag)"
DOCKET = re.compile(
    rf"(?<![\w-])(?:\d:|[A-Z]{{1,3}}-)?\d{{2}}-(?:\d{{3,6}}-)?{COURT}(?:-\d{{3,6}})?"
    r"(?:-[A-Z]{2,12}){0,2}(?![\w-])"
    rf"|(?<![\w-])(?:\d:)?\d{{2}}{COURT}-?\d{{3,6}}(?![\w-])"
    r"|(?<![\w-])(?:CR|CV|MJ)-?(?:\d{2}|\d{4})-\d{3,6}(?:-\d{3})?(?![\w-])"
    r"|(?<!\w)No\. ?\d{2}-\d{3,6}(?![\w-])"
    # A year, letters or an office, and a number: 2020SIR0007731, 2021-2704-000418-01, SD07QR19SD0012.
    r"|(?<![\w-])(?:19|20)\d{2}(?:[A-Z]{2,6}\d{4,8}|-\d{3,6}-\d{3,8}(?:-\d{1,4})?|-?[A-Z]{2,6}-\d{3,8})"
    r"(?![\w-])"
    r"|(?<![\w-])[A-Z]{2}\d{2}[A-Z]{2}\d{2}[A-Z]{2}\d{4}(?![\w-])"
    r"|(?<![\w-])[A-Z]{3}-?(?:19|20)?\d{2}-\d{4,8}(?![\w-])"
)
# Three letters of a service center and ten figures, however they are grouped.
RECEIPT = r"(?:[- ]?\d){10}(?![\w-])"

JOINED = (
    r"\.?(?:\s{0,2}\(?(?:numbers?|nos?|nbr|num|núm|n)\b\.?[ºo°]?|\s{0,2}#|\s{0,2}\(?last (?:four|4)\)?)?"
    r"(?:\s(?:ending|ends|terminad[oa]|termina)\s(?:in|with|en)|\s(?:was|is|are|era|es)(?:\s(?:la|el|the))?)?"
    r"\s{0,2}[:#=(]?\s{0,2}#?"
)
# What may stand between a word and its number in a sentence. Each sign is taken once: nothing is tried twice.
FAR = (
    r"(?:[\s,:#()=./\u2013\u2014-]|(?i:\b(?:numbers?|nos?|nbr|num|número|núm|n|id|card|was|is|are|era|es|the|my|of|la"
    r"|el|mi|that|read|reads|said|numbered|ending|ends|end|ended|in|with|en|con|last|final|últimos|cuatro|four|digits"
    r"|dígitos|termin\w+|al|nbr|credential|cred|star|shield|officer|agent|and|or|y|o"
    r"|serial|permanent|employee|returned|issued|surrendered)\b[.ºo°]?)){1,30}"
)
NINE = r"\d(?:[- .]?[\dOo]){8}"
NO_YEAR = r"(?!(?:19|20)\d{2}(?!\d))"
FIGURES = {
    "social-security-number": (
        JOINED + rf"({NINE}|\d{{4}})(?![\w-])",
        FAR + rf"({NINE}|{NO_YEAR}\d{{4}})(?![\w-])",
    ),
    "alien-number": (
        JOINED + r"(\d{2,3}[- .]?\d{3}[- .]?\d{3})(?![\w-])",
        FAR + r"(\d{2,3}[- .]?\d{3}[- .]?\d{3})(?![\w-])",
    ),
    "case-number": (JOINED + r"((?=[\w:-]{0,12}\d{3})[A-Z0-9][\w:-]{3,30}(?: \d{2,3}){0,2}(?: \d{5})?)",),
    "badge-number": (
        JOINED + r"((?=[A-Z\d-]{0,8}\d{3})[A-Z\d][A-Z\d-]{2,14})(?![\w-])",
        FAR + rf"({NO_YEAR}[A-Z]{{0,3}}-?\d{{3,10}}(?:-\d{{3,5}})?)(?![\w-])",
    ),
}
# After a word that often goes before a year or a count (the kind's near words).
SURER = {
    "case-number": (
        JOINED + r"((?=(?:[A-Z-]{0,6}\d){4})(?!(?:19|20)\d{2}(?:-(?:19|20)?\d{2})?(?![\w-]))"
        r"(?:[A-Z]{1,5}-?\d{2}|\d{2,4}-[A-Z\d]|\d{6}|\d{2,4}[A-Z])[A-Z\d-]{2,20})(?![\w-])",
    ),
    "badge-number": (JOINED + rf"({NO_YEAR}[A-Z]{{0,2}}-?\d{{3,6}})(?![\w-])",),
}


def find(text: str, rules: Rules) -> Iterator[Span]:
    shapes = (
        ("social-security-number", SOCIAL_SECURITY),
        ("social-security-number", LAST_FOUR),
        ("alien-number", ALIEN),
        ("case-number", DOCKET),
        ("case-number", _receipts(rules)),
    )
    for kind, shape in shapes:
        yield from (Span(*found.span(_number_in(found)), kind) for found in shape.finditer(text))
    for kind, figures in FIGURES.items():
        yield from _after(one_of(rules.kinds[kind].cues), figures, kind, text)
    for kind, figures in SURER.items():
        yield from _after(one_of(rules.kinds[kind].near), figures, kind, text)


def _number_in(found: re.Match[str]) -> int:
    """The group with the four figures, where the shape holds words too."""
    return (found.lastindex or 0) if found.re is LAST_FOUR else 0


def _after(cues: re.Pattern[str], figures: tuple[str, ...], kind: str, text: str) -> Iterator[Span]:
    for cue in cues.finditer(text):
        for pattern in figures:
            if found := re.compile(pattern).match(text, cue.end()):
                yield Span(*found.span(1), kind)
                break


def _receipts(rules: Rules) -> re.Pattern[str]:
    """The case number's words are the letters its receipts begin with."""
    letters = "|".join(map(re.escape, rules.kinds["case-number"].words)) or "(?!)"
    return re.compile(rf"(?<![\w-])(?i:{letters}){RECEIPT}")
