"""What one person wrote in one language, and how long each part may be."""

import re
from dataclasses import dataclass, field

# Letters first, so that an address is never taken for a year.
SLUG = r"[a-z][a-z0-9-]{0,78}[a-z0-9]"
LONGEST = {"title": 160, "author": 120, "summary": 400, "alt": 300}
# What a text that waits for a sign-in may have, so that none is cut there.
LONGEST_BODY = 20_000
TITLE = re.compile(r"# +(\S.*)")


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


def parted(text: str) -> tuple[str, str]:
    """The title and what stands below it. Raises NoTitle."""
    first, _, below = text.strip().replace("\r\n", "\n").partition("\n")
    title = TITLE.fullmatch(first.strip())
    if not title or len(title[1]) > LONGEST["title"]:
        raise NoTitle(first[: LONGEST["title"]])
    return title[1].strip(), below.strip()
