"""The days of a list as its program writes them: 2026-11-22, or 11/22/2026 where a column leaves no doubt."""

import re
from collections.abc import Iterable
from datetime import date

EARLIEST = date(1990, 1, 1)
MONTH_FIRST, DAY_FIRST = "month first", "day first"
ORDERS = {MONTH_FIRST, DAY_FIRST}
SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")


class NoDay(Exception):
    """Nothing that we read as a day, or one to come."""


class WhichMonth(Exception):
    """03/01/2025 is a day in January to some, in March to others, and the column does not say to whom."""


def order(said: Iterable[str]) -> str:
    """In which order a column writes its days with slashes; empty where two are possible, or none."""
    possible = set(ORDERS)
    for one in said:
        if "/" in one:
            possible &= {order for order in ORDERS if _slashed(one, order)} or ORDERS
    return possible.pop() if len(possible) == 1 else ""


def of(said: str, *, order: str, on: date) -> date | None:
    """Any time behind it is left out: 2026-11-22 10:00:00. Raises NoDay, WhichMonth."""
    if not said:
        return None
    if "/" in said and not order:
        raise WhichMonth
    day = _slashed(said, order) if "/" in said else _iso(said)
    if day is None or not EARLIEST <= day <= on:
        raise NoDay
    return day


def _iso(said: str) -> date | None:
    try:
        return date.fromisoformat(said[:10])
    except ValueError:
        return None


def _slashed(said: str, order: str) -> date | None:
    if not (numbers := SLASHED.match(said)):
        return None
    first, second, year = map(int, numbers.groups())
    try:
        return date(year, first, second) if order == MONTH_FIRST else date(year, second, first)
    except ValueError:
        return None
