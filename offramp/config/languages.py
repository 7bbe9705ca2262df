"""The languages of this installation: those that the campaign speaks and the pages can speak with it."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

FIRST = "en"
CATALOG = "*/LC_MESSAGES/django.[mp]o"


def found(package: Path, campaign: Path) -> list[str]:
    """English, and each that has its files; nobody has to be told of them elsewhere."""
    catalogs = (*(package / "web" / "locale").glob(CATALOG), *(campaign / "locale").glob(CATALOG))
    translated = {path.parents[1].name for path in catalogs}
    return [FIRST, *(code for code in spoken(campaign) if code in translated and code != FIRST)]


def spoken(campaign: Path) -> Iterator[str]:
    """As campaign.toml lists them; a broken one is said by the check of the campaign, with file and line."""
    try:
        told = tomllib.loads((campaign / "campaign.toml").read_text(encoding="utf-8-sig"))
    except (OSError, ValueError):
        return
    listed = told.get("languages")
    yield from (code for code in listed if isinstance(code, str)) if isinstance(listed, list) else ()
