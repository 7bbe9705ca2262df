"""The journal: whether somebody changed what staff did."""

from collections.abc import Iterator

from offramp.journal import chain
from offramp.journal.models import Tally
from offramp.upkeep.doctor.finding import Checks, Finding, advice, broken, good

MOST_TOLD = 5
WHY = "Somebody who can write into the database may be hiding what they did."
ANEW = "$ offramp purge --begin-journal-chain"


def checks() -> Checks:
    return {"journal.chain": whole}


def whole() -> Iterator[Finding]:
    tally, faults = Tally.objects.first(), list(chain.faults())
    if tally is None:
        yield good("The journal is chained from the first night after something is in it.")
    elif not faults:
        yield good(f"The journal is whole up to entry {tally.last_number}, chained since {tally.begun_on}.")
    elif faults == [chain.ANOTHER_KEY]:
        yield advice(
            f"The journal cannot be checked. {chain.ANOTHER_KEY}",
            why="Until it is begun anew, a change in it is not seen.",
            mend=f"If you changed that key yourself:\n{ANEW}",
        )
    else:
        more = f" And {len(faults) - MOST_TOLD} more." if len(faults) > MOST_TOLD else ""
        yield broken(
            f"The journal is not as it was. {' '.join(faults[:MOST_TOLD])}{more}",
            why=WHY,
            mend="Tell the organizers, and compare it with the one in an older backup. "
            f"When you know what happened:\n{ANEW}",
        )
