"""pages/<language>/*.md: the longer texts, rendered and cleaned once."""

import re
from dataclasses import dataclass
from pathlib import Path

from django.utils.safestring import SafeString

from offramp.campaigns import markdown
from offramp.campaigns.source import CampaignBroken, Source, nearest
from offramp.campaigns.table import one_of
from offramp.campaigns.wording import Languages, UnknownBlank, Wording

NAMES = (
    "about",
    "privacy",
    "accessibility",
    "limits",
    "crisis-line",
    "crisis",
    "confidence-intro",
    "first-message",
    "code-lost",
    "crisis-note",
)
TITLE = re.compile(r"# +(\S.*)")


@dataclass(frozen=True)
class Page:
    """A title in plain words, and what stands below it."""

    title: str
    html: SafeString


def read_pages(folder: Path, languages: Languages) -> dict[str, Wording[Page]]:
    """Every page by its name. Raises CampaignBroken."""
    for code in languages.codes:
        _refuse_strays(folder, code)
    return {
        name: Wording({code: _page(folder, name, code, languages) for code in languages.codes})
        for name in NAMES
    }


def _refuse_strays(folder: Path, code: str) -> None:
    """A page under a name nobody asks for would never be shown."""
    for path in sorted((folder / "pages" / code).glob("*.md")):
        if path.stem not in NAMES:
            shown = f"{folder.name}/pages/{code}/{path.name}"
            found = f"“{path.stem}”{nearest(path.stem, NAMES)}"
            raise CampaignBroken(shown, None, expected=f"a page named {one_of(NAMES)}", found=found)


def _page(folder: Path, name: str, code: str, languages: Languages) -> Page:
    source = Source.read(folder, f"pages/{code}/{name}.md")
    try:
        filled = languages.fill(source.text, code)
    except UnknownBlank as blank:
        expected, line = f"one of {languages.known_blanks()}", source.line_with(f"{{{blank}}}")
        raise CampaignBroken(source.name, line, expected=expected, found=f"{{{blank}}}") from blank
    first, _, below = filled.strip().partition("\n")
    title = TITLE.fullmatch(first.strip())
    if not title:
        raise CampaignBroken(source.name, 1, expected="“# ” and a title", found=f"“{first}”")
    if not below.strip():
        raise CampaignBroken(source.name, 1, expected="a text below the title", found="none")
    return Page(title[1], markdown.html(below))
