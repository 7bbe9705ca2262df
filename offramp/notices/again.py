"""When a mail that was not taken is brought again: soon, then ever more rarely, after three days no more."""

from datetime import timedelta

FIRST = timedelta(minutes=5)
LONGEST = timedelta(hours=6)
IN_ALL = timedelta(days=3)


def after(tries: int) -> timedelta | None:
    """How long to wait after so many tries; None when it was tried for long enough."""
    waits = [min(FIRST * 2**before, LONGEST) for before in range(tries)]
    return waits[-1] if sum(waits, timedelta()) <= IN_ALL else None
