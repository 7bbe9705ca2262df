"""Whether the program is whole, and the running server is this program with these settings."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from django.conf import settings

from offramp.upkeep import serve
from offramp.upkeep.doctor import mends
from offramp.upkeep.doctor.finding import Checks, Finding, advice, broken, good
from offramp.upkeep.doctor.serving import Serving, servers

REINSTALL = "Install it again (in a checkout: make assets):\n$ offramp upgrade newest"


def checks() -> Checks:
    return {
        "package.static": partial(static, settings.STATIC_ROOT),
        "package.translations": partial(translations, serve.translations),
        "package.running": lambda: running(servers(), sources()),
    }


def static(folder: Path) -> Iterator[Finding]:
    if (folder / "staticfiles.json").is_file():
        yield good("The static files are there.")
    else:
        yield broken(f"There are no static files in {folder}.", why="No page has its looks.", mend=REINSTALL)


def translations(found: Callable[[], Iterable[Path]]) -> Iterator[Finding]:
    missing = [po.with_suffix(".mo") for po in found() if not po.with_suffix(".mo").exists()]
    if missing:
        yield broken(
            f"Translations are missing: {missing[0]}.",
            why="Spanish pages would be in English.",
            mend=REINSTALL,
        )
    else:
        yield good("The translations are there.")


def sources() -> dict[str, Iterable[Path]]:
    """What a server reads once, when it starts."""
    return {
        "the program": settings.PACKAGE.rglob("*.py"),
        "the settings": [settings.SETTINGS_FILE] if settings.SETTINGS_FILE else [],
        "the campaign": settings.CAMPAIGN_FOLDER.rglob("*"),
    }


def running(serving: list[Serving], sources: Mapping[str, Iterable[Path]]) -> Iterator[Finding]:
    if not serving:
        return  # in a container of its own; whether anybody answers is seen from outside
    began = min(one.began for one in serving)
    # By the inode's time: unpacked files may carry the day on which they were packed.
    newer = [
        words
        for words, files in sources.items()
        if max((file.stat().st_ctime for file in files), default=0.0) > began
    ]
    if not newer:
        yield good("The running server has the program, settings and campaign that are on the disk.")
        return
    since = datetime.fromtimestamp(began, tz=UTC)
    yield advice(
        f"The server runs since {since:%B %-d, %H:%M} UTC; {' and '.join(newer)} changed afterwards.",
        why="It reads them once, when it starts: what was mended since then is not in force.",
        mend=mends.RESTART,
    )
