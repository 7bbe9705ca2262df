"""Numbers and days that belong to one person alone."""

import re

from offramp.paper.care import numbers

# The groups of a card, with at most one sign between two figures.
_CARD = re.compile(r"(?<![\w-])\d(?:[ -]?\d){12,18}(?![\w-])")
_RECEIPT = re.compile(r"(?<![\w-])[A-Z]{3}" + numbers.RECEIPT)
_MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|enero|febrero|marzo|abril|mayo|junio|julio|agosto"
    r"|septiembre|octubre|noviembre|diciembre)[a-z]{0,6}\.?"
)
_DAY = (
    r"(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{2,4}}|\d{{1,2}}(?: de)? {_MONTH},?(?: del?)? \d{{2,4}})"
)
_BORN = re.compile(
    r"\b(?:d\.?o\.?b|date of birth|birth ?da(?:te|y)|born|fecha de nacimiento|naci|nacio|nacid[oa]"
    rf"|cumpleanos)\b[^!?\n\d]{{0,25}}{_DAY}"
)
# A word for it, and enough figures soon after.
_NAMED = re.compile(
    r"\b(?:a-? ?number|alien (?:registration )?number|numero (?:a|de extranjero)|passport|pasaporte"
    r"|driver'?s licen[cs]e|licencia de (?:manejo|conducir)|(?:bank )?account|routing|cuenta|clabe)"
    r"\b(?:\W{1,3}[a-z]{1,8}\b){0,4}\W{1,4}[a-z]{0,2}\d[\d -]{5,22}"
    r"|\b(?:ssn|social security|seguro social)\b[^!?\n]{0,60}?(?<![\d-])\d{9}\b"
)


def are_in(seen: str, folded: str) -> bool:
    shapes = (numbers.SOCIAL_SECURITY, numbers.ALIEN, _RECEIPT)
    return (
        any(shape.search(seen) for shape in shapes)
        or bool(_BORN.search(folded) or _NAMED.search(folded))
        or any(_is_card(found[0]) for found in _CARD.finditer(seen))
    )


def _is_card(written: str) -> bool:
    """By the check figure that every card's number has (Luhn)."""
    figures = [int(sign) for sign in reversed(written) if sign.isdigit()]
    doubled = (sum(divmod(2 * figure, 10)) for figure in figures[1::2])
    return any(figures) and (sum(figures[::2]) + sum(doubled)) % 10 == 0
