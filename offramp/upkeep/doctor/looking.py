"""Makes one check; whatever becomes of it, the next one is made too."""

from dataclasses import replace
from threading import Thread

from django.db import connections

from offramp.upkeep.doctor.finding import Check, Checks, Finding, Level, advice

PATIENCE = 30.0  # seconds for one check
AGAIN = "Try once more. If it stays so, look into what the sentence above names.\n$ offramp doctor"


def look_at(checks: Checks, *, patience: float = PATIENCE) -> list[Finding]:
    """What all of these found, in their order."""
    return [finding for name, check in checks.items() for finding in look(name, check, patience=patience)]


def look(name: str, check: Check, *, patience: float = PATIENCE) -> list[Finding]:
    """What one check found. One that fails or hangs is itself something found."""
    found: list[Finding] = []
    # In a thread that nobody waits for: a disk or a network that hangs answers to nothing else.
    looking = Thread(target=_look, args=(check, found), daemon=True)
    looking.start()
    looking.join(patience)
    if looking.is_alive():
        found = [_not_seen(f"it took longer than {patience:.0f} seconds")]
    return [replace(finding, check=name) for finding in found]


def is_well(found: list[Finding]) -> bool:
    """Whether what stands on this is worth looking at."""
    return all(finding.level < Level.BROKEN and not finding.what.startswith(NOT_SEEN) for finding in found)


NOT_SEEN = "This could not be looked at"


def _look(check: Check, found: list[Finding]) -> None:
    try:
        found.extend(check())
    except Exception as trouble:  # noqa: BLE001 - whatever it is, it is told, and the others are still made
        told = " ".join(str(trouble).split()) or "no reason is given"
        found.append(_not_seen(f"{type(trouble).__name__}: {told}"))
    finally:
        connections.close_all()  # a thread has its own


def _not_seen(reason: str) -> Finding:
    return advice(
        f"{NOT_SEEN}: {reason.rstrip('.')}.",
        why="What was not seen may be well or not.",
        mend=AGAIN,
    )
