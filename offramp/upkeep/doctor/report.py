"""What was found, as lines for a person and as JSON for a monitor."""

import json
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from importlib.metadata import version
from typing import Any

from offramp.upkeep.doctor.finding import Finding, Level

WIDTH = 88
COMMAND = "$ "  # before a line of a mend that can be typed as it stands


def status(findings: Iterable[Finding]) -> int:
    return int(max((finding.level for finding in findings), default=Level.GOOD))


def in_json(findings: Sequence[Finding], *, origin: str, today: date) -> str:
    told: dict[str, Any] = {
        "origin": origin,
        "on": today.isoformat(),
        "version": version("offramp"),
        "level": Level(status(findings)).name.lower(),
        "findings": [_told(finding) for finding in findings],
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def in_words(findings: Sequence[Finding], *, origin: str, today: date) -> str:
    """What is well in a line each; then what needs hands, the most urgent last, where the eye is."""
    by_level = {level: [one for one in findings if one.level == level] for level in Level}
    parts = [f"{origin}, looked over on {today:%B} {today.day}, {today.year}"]
    if by_level[Level.GOOD]:
        parts.append("Well:\n" + "\n".join(_wrapped(one.what, "  ") for one in by_level[Level.GOOD]))
    if by_level[Level.ADVICE]:
        parts += ["Worth doing, in your own time:", *map(_in_full, by_level[Level.ADVICE])]
    if by_level[Level.BROKEN]:
        parts += ["Broken, please see to it now:", *map(_in_full, by_level[Level.BROKEN])]
    return "\n\n".join([*parts, _summary({level: len(some) for level, some in by_level.items()})])


def _told(finding: Finding) -> dict[str, str]:
    said = {"check": finding.check, "level": finding.level.name.lower(), "what": finding.what}
    mend = "\n".join(line.removeprefix(COMMAND) for line in finding.mend.splitlines())
    return said | ({"why": finding.why, "mend": mend} if finding.level else {})


def _in_full(finding: Finding) -> str:
    lines = [_wrapped(finding.what, "  * ", "    ")]
    lines += [_wrapped(finding.why, "    Why:  ", "          ")]
    return "\n".join([*lines, *_mend(finding.mend)])


def _mend(text: str) -> Iterator[str]:
    """Commands each on a line of their own, whole, to be copied as they are."""
    first = "    Mend: "
    for line in text.splitlines():
        if line.startswith(COMMAND):
            yield f"{first}{'' if first.strip() else '  '}{line.removeprefix(COMMAND)}"
        else:
            yield _wrapped(line, first, "          ")
        first = "          "


def _wrapped(text: str, first: str, rest: str = "    ") -> str:
    # An address or a path must stay whole, to be copied.
    return textwrap.fill(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_on_hyphens=False,
        break_long_words=False,
    )


def _summary(counts: dict[Level, int]) -> str:
    if not counts[Level.ADVICE] and not counts[Level.BROKEN]:
        return f"All {counts[Level.GOOD]} looks found everything well."
    said = f"{counts[Level.BROKEN]} broken, {counts[Level.ADVICE]} worth doing, {counts[Level.GOOD]} well."
    return said if counts[Level.BROKEN] else f"{said} Nothing is urgent."
