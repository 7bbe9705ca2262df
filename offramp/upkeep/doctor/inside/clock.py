"""The clock: cases burn, links end and certificates run out by it."""

import shutil
from collections.abc import Iterator
from datetime import date
from functools import partial
from subprocess import run

from offramp.upkeep import clock
from offramp.upkeep.doctor import mends
from offramp.upkeep.doctor.finding import Checks, Finding, advice, broken, good

WHY = "Cases burn by the day: a clock that is wrong burns them early, or late."


def checks(today: date) -> Checks:
    return {"clock.release": partial(release, today), "clock.synchronized": synchronized}


def release(today: date) -> Iterator[Finding]:
    if clock.problem(today):
        yield broken(
            f"The clock says {today}, and this version was released on {clock.RELEASED_ON}.",
            why=WHY,
            mend=mends.SET_CLOCK,
        )
    else:
        yield good(f"The clock says {today}, which can be right.")


def synchronized() -> Iterator[Finding]:
    answer = told_by_the_system()
    if answer is None:
        # In a container the clock is the host's, and there is nobody to ask.
        yield good("Nothing here can say whether the clock is set over the network.")
    elif answer == "yes":
        yield good("The clock is set over the network.")
    else:
        yield advice(
            "The clock is not set over the network, or not yet.",
            why=WHY,
            mend=f"{mends.SET_CLOCK}\nIf that is refused, before it:\n$ apt-get install systemd-timesyncd",
        )


def told_by_the_system() -> str | None:
    program = shutil.which("timedatectl")
    if program is None:
        return None
    asked = [program, "show", "--property=NTPSynchronized", "--value"]
    answer = run(asked, capture_output=True, text=True, timeout=10, check=False)  # noqa: S603 - nothing typed
    return answer.stdout.strip() if answer.returncode == 0 else None
