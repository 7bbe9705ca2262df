"""A list in one field, a line each: easiest on a phone. Each line finds the item again that it was."""

import re
from itertools import zip_longest
from typing import Any
from uuid import UUID

from offramp.documents.places import ID, TEXT, Items
from offramp.web.desk import one_text

_SIGN = re.compile(r"^(?:[•·▪◦‣]\s*|[*\u2013-]\s+)")


def shown(items: Items) -> str:
    return "\n".join(" ".join(item[TEXT].split()) for item in items if item[TEXT].strip())


def read(typed: str, *, before: Items, draft: UUID, blank: dict[str, Any]) -> Items:
    """What was typed, as items; an unchanged one keeps what else is said of it, and what we cannot show."""
    if _lines(typed) == _lines(shown(before)):
        return before
    texts = _lines(typed)
    known = {item[ID]: item for item in before}
    ids = one_text.found_again(before, texts)
    return [
        (known[found] | {TEXT: text}) if found else {ID: one_text.fresh(draft, number), TEXT: text} | blank
        for number, (text, found) in enumerate(zip_longest(texts, ids, fillvalue=""))
    ]


def _lines(typed: str) -> list[str]:
    """Whoever pastes a list brings its signs along."""
    return [line for line in (_SIGN.sub("", one.strip(), count=1) for one in typed.splitlines()) if line]
