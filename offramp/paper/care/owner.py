"""The owner of a paper: by telephone, e-mail and profile, and by words that the pages know to be theirs."""

import re
from collections.abc import Iterable, Iterator

from offramp.paper import named, reached
from offramp.paper.care.spans import Span

SHAPES = {
    "phone-number": reached.PHONE,
    "email-address": reached.EMAIL,
    "web-profile": reached.PROFILE,
}


def find(text: str, own: Iterable[str]) -> Iterator[Span]:
    """What reaches a person, but for an office's; a name in any order, any other word as it is written."""
    for kind, shape in SHAPES.items():
        for found in shape.finditer(text):
            if not reached.is_shared(text, found.start()):
                yield Span(*found.span(), kind)
    for word in filter(None, own):
        yield from (Span(*span, "own-name") for span in named.find(text, named.parts(word)))
        whole = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
        yield from (Span(*found.span(), "own-name") for found in whole.finditer(text))
