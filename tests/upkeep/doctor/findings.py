"""What a check found, in short: how bad, and what it says."""

from collections.abc import Iterable

from offramp.upkeep.doctor.finding import Finding, Level

GOOD, ADVICE, BROKEN = Level.GOOD, Level.ADVICE, Level.BROKEN


def levels(found: Iterable[Finding]) -> list[Level]:
    return [finding.level for finding in found]


def the_one(found: Iterable[Finding]) -> Finding:
    """The only one, which says what, and why and how to mend it unless it is good."""
    [finding] = found
    assert finding.what.endswith((".", "…"))
    assert bool(finding.why) == bool(finding.mend) == (finding.level > GOOD)
    return finding
