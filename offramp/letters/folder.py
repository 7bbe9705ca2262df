"""The letters of a campaign's folder: read when the program starts, and written back as files.

letters/<address>/letter.toml   who signs it, what it is about, since when it is public
letters/<address>/en.md         the letter; the first line is “# ” and the title
letters/<address>/picture.jpg   if it has one
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

from offramp import campaigns
from offramp.campaigns.source import CampaignBroken, Source
from offramp.campaigns.table import Table
from offramp.letters.addresses import is_free
from offramp.letters.written import LONGEST, LONGEST_BODY, SLUG, NoTitle, Written, legible, parted

BESIDE = {"author": "author", "summary": "summary", "picture": "alt"}  # keys of letter.toml, by language
LARGEST_PICTURE = 2 * 1024 * 1024


@dataclass(frozen=True)
class Filed:
    """A letter as files: public from a moment on; without one it is a draft."""

    slug: str
    published: datetime | None
    is_withdrawn: bool
    texts: Mapping[str, Written]  # by language
    picture: bytes = field(default=b"", repr=False)


def of_campaign() -> list[Filed]:
    """Those of this installation's campaign. Raises CampaignBroken."""
    return read(settings.CAMPAIGN_FOLDER, campaigns.current().languages)


def read(folder: Path, languages: tuple[str, ...]) -> list[Filed]:
    """Every letter of the folder. Raises CampaignBroken."""
    return [_letter(folder, path.name, languages) for path in _folders(folder)]


def _folders(folder: Path) -> Iterator[Path]:
    for path in sorted((folder / "letters").glob("*/")):
        shown = f"{folder.name}/letters/{path.name}"
        if not re.fullmatch(SLUG, path.name):
            expected = "small letters, digits and dashes"
            raise CampaignBroken(shown, None, expected=expected, found=f"“{path.name}”")
        if not is_free(path.name):
            expected = "an address that no page of the site has"
            raise CampaignBroken(shown, None, expected=expected, found=f"“{path.name}”")
        yield path


def _letter(folder: Path, slug: str, languages: tuple[str, ...]) -> Filed:
    table = Table.whole(Source.read(folder, f"letters/{slug}/letter.toml"))
    table.only("published", "withdrawn", *BESIDE)
    beside = {name: _said(table, key, languages, LONGEST[name]) for key, name in BESIDE.items()}
    texts = {
        code: _written(folder, f"letters/{slug}/{code}.md", {name: beside[name][code] for name in beside})
        for code in languages
        if (folder / "letters" / slug / f"{code}.md").exists()
    }
    if not texts:
        expected = f"the letter itself, {languages[0]}.md"
        raise CampaignBroken(f"{folder.name}/letters/{slug}", None, expected=expected, found="none")
    return Filed(slug, _moment(table), bool(table.values.get("withdrawn")), texts, _picture(folder, slug))


def _said(table: Table, key: str, languages: tuple[str, ...], longest: int) -> dict[str, str]:
    """By language; what is not there is empty."""
    if key not in table.values:
        return dict.fromkeys(languages, "")
    child = table.child(key).only(*languages)
    said = {code: legible(child.text(code)) if code in child.values else "" for code in languages}
    for code, words in said.items():
        if len(words) > longest:
            raise child.broken(code, f"at most {longest} characters", str(len(words)))
    return said


def _written(folder: Path, name: str, beside: Mapping[str, str]) -> Written:
    source = Source.read(folder, name)
    try:
        title, body = parted(source.text)
    except NoTitle as found:
        raise CampaignBroken(source.name, 1, expected="“# ” and a title", found=f"“{found}”") from None
    if not 0 < len(body) <= LONGEST_BODY:
        expected = f"1 to {LONGEST_BODY} characters below the title"
        raise CampaignBroken(source.name, 1, expected=expected, found=str(len(body)))
    return Written(title=title, body=body, **beside)


def _moment(table: Table) -> datetime | None:
    if "published" not in table.values:
        return None
    moment = table.values["published"]
    if not isinstance(moment, datetime):
        raise table.broken("published", "a time like 2026-11-22T12:00:00Z", f"“{moment}”")
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _picture(folder: Path, slug: str) -> bytes:
    path = folder / "letters" / slug / "picture.jpg"
    if not path.exists():
        return b""
    content = path.read_bytes()
    if len(content) > LARGEST_PICTURE:
        shown, found = f"{folder.name}/letters/{slug}/picture.jpg", f"{len(content) // 1024} KB"
        raise CampaignBroken(shown, None, expected="a picture of at most 2 MB", found=found)
    return content
