"""What a timer has to do each night, or more often, and whether it does."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from offramp.upkeep import chores
from offramp.upkeep.doctor import mends
from offramp.upkeep.doctor.finding import Checks, Finding, advice, broken, good

# A night may fail, and a day is longer than the time between two nights.
LATELY = timedelta(days=2)
WHY = {
    "purge": "Cases stay longer than their seekers were promised.",
    "notify": "Staff who are not reminded forget to look in, and people wait.",
    "mail": "Letters and answers wait, and whoever just subscribed waits for a question that does not come.",
    "backup": "A broken disk would take every conversation with it.",
}
SEE_WHY = f"Type it by hand and read what it says:\n$ offramp {{name}}\n{mends.TIMERS}"
BEGIN = f"Do it now, and let a timer do it from then on:\n$ offramp {{name}}\n{mends.INSTALL}"


def checks(today: date) -> Checks:
    return {f"nights.{name}": partial(done, name, today) for name in WHY}


def done(name: str, today: date) -> Iterator[Finding]:
    last = chores.last(name)
    if last is None and name == "backup":
        return  # said by the looks at the backups themselves
    if last is None:
        what = f"“offramp {name}” was never done to its end."
        yield advice(what, why=WHY[name], mend=BEGIN.format(name=name))
    elif last < today - LATELY:
        # What is promised to seekers weighs more than what only the staff misses.
        say = broken if name == "purge" else advice
        mend = SEE_WHY.format(name=name)
        yield say(f"“offramp {name}” was last done to its end on {last}.", why=WHY[name], mend=mend)
    else:
        yield good(f"“offramp {name}” was last done on {last}.")
