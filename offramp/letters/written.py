"""What one person wrote in one language, and how long each part may be."""

import re
from dataclasses import dataclass, field

# Letters first, so that an address is never taken for a year.
SLUG = r"[a-z][a-z0-9-]{0,78}[a-z0-9]"
LONGEST = {"title": 160, "author": 120, "summary": 400, "alt": 300}
# A form has room for it in any script, also on its way over a sign-in.
LONGEST_BODY = 20_000
TITLE = re.compile(r"# +(\S.*)")
# What XML 1.0 does not know: one such character, and nobody can read the feed any more.
ILLEGIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


class NoTitle(Exception):
    """The first line is no title; what it says instead."""


@dataclass(frozen=True)
class Written:
    """An empty author is the campaign; `alt` says what the picture shows."""

    title: str
    body: str = field(repr=False)  # Markdown
    author: str = ""
    summary: str = ""
    alt: str = ""

    @property
    def whole(self) -> str:
        """As it is typed, and as it stands in a file."""
        return f"# {self.title}\n\n{self.body}"


def legible(words: str) -> str:
    """With line breaks as one character, and without what no keyboard writes."""
    return ILLEGIBLE.sub("", words.replace("\r\n", "\n"))


def parted(text: str) -> tuple[str, str]:
    """The title and what stands below it. Raises NoTitle."""
    first, _, below = legible(text).strip().partition("\n")
    title = TITLE.fullmatch(first.strip())
    if not title or len(title[1]) > LONGEST["title"]:
        raise NoTitle(first[: LONGEST["title"]])
    return title[1].strip(), below.strip()
