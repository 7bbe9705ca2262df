"""What a résumé does not say and its reader will look for. Facts with their places; never a score."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from offramp.paper import dates

Content = dict[str, Any]
Item = dict[str, Any]

LONGEST_BULLET = 300  # characters; about three lines on paper
_LONG_GAP = 12  # months
_RESULT = re.compile(
    r"\d|\b(?:half|doubled|tripled|reduc|increas|rais|sav|cut|improv|result|so that|led to|grew|won|prevent"
    r"|mitad|dupli|tripli|redu|aument|ahorr|mejor|logr|evit|gan|cre[cs])",
    re.IGNORECASE,
)


class What(StrEnum):
    NO_JOB = "no-job"
    NO_EMPLOYER = "no-employer"
    NO_POSITION = "no-position"
    NO_DATES = "no-dates"
    NO_BULLETS = "no-bullets"
    NO_RESULT = "no-result"
    NO_HOURS = "no-hours"
    NO_SUMMARY = "no-summary"
    LONG_BULLET = "long-bullet"
    GAP = "gap"
    UNREAD = "unread"


@dataclass(frozen=True)
class Missing:
    """One thing that is not said, and where: entries, or the days a gap lies between."""

    what: What
    paths: tuple[str, ...] = ()
    gap: tuple[str, str] = ("", "")  # YYYY-MM; without an end it goes on


def find(content: Content, *, today: date) -> list[Missing]:
    """What costs most comes first."""
    work = _shown(content["work"]) if _is_shown(content, "work") else []
    found = [Missing(What.NO_JOB)] if not work else list(_in_work(work, content["purpose"]))
    if not content["basics"]["summary"].strip():
        found.append(Missing(What.NO_SUMMARY))
    found += [Missing(What.GAP, gap=gap) for gap in _gaps(content, today)]
    if content["unread"]:
        found.append(Missing(What.UNREAD))
    return found


def _in_work(work: list[Item], purpose: str) -> Iterator[Missing]:
    bullets = {item["id"]: _shown(item["highlights"]) for item in work}
    lacking = {
        What.NO_DATES: [item for item in work if not item["startDate"]],
        What.NO_EMPLOYER: [item for item in work if not item["name"].strip()],
        What.NO_POSITION: [item for item in work if not item["position"].strip()],
        What.NO_BULLETS: [item for item in work if not bullets[item["id"]]],
        What.NO_HOURS: [item for item in work if purpose == "federal" and not item["x-hoursPerWeek"].strip()],
        What.LONG_BULLET: [item for item in work if any(map(_is_long, bullets[item["id"]]))],
    }
    written = [bullet for some in bullets.values() for bullet in some]
    if written and not any(_RESULT.search(bullet["text"]) for bullet in written):
        yield Missing(What.NO_RESULT)
    for what, items in lacking.items():
        if items:
            yield Missing(what, tuple(f"work/{item['id']}" for item in items))


def _gaps(content: Content, today: date) -> Iterator[tuple[str, str]]:
    """More than a year in which nothing is told, from the first job on; learning and helping count."""
    spans = sorted(span for item in _told(content) if (span := _span(item, today)))
    if not spans:
        return
    until = spans[0][1]
    for start, end in spans[1:]:
        if start - until > _LONG_GAP:
            yield _written(until), _written(start)
        until = max(until, end)
    if _months(today.year, today.month) - until > _LONG_GAP:
        yield _written(until), ""


def _told(content: Content) -> list[Item]:
    work = _shown(content["work"])
    return [*work, *_shown(content["education"]), *_shown(content["volunteer"])] if work else []


def _span(item: Item, today: date) -> tuple[int, int] | None:
    """In months. A year alone is meant kindly: all of it."""
    if not dates.is_date(item["startDate"]):
        return None
    start = dates.read(item["startDate"])
    first = _months(start.year, start.month or 1)
    if not item["endDate"]:
        return first, _months(today.year, today.month)
    if not dates.is_date(item["endDate"]):
        return None
    end = dates.read(item["endDate"])
    return first, max(first, _months(end.year, end.month or 12))


def _months(year: int, month: int) -> int:
    return year * 12 + month - 1


def _written(months: int) -> str:
    return f"{months // 12:04}-{months % 12 + 1:02}"


def _shown(items: list[Item]) -> list[Item]:
    return [item for item in items if not item["hidden"]]


def _is_shown(content: Content, section: str) -> bool:
    return any(one["id"] == section and not one["hidden"] for one in content["sections"])


def _is_long(bullet: Item) -> bool:
    return len(bullet["text"]) > LONGEST_BULLET
