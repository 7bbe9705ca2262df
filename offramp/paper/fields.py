"""Fields of an entry as lines of its sheet: nothing where nobody wrote anything."""

from typing import Any

from offramp.paper.lines import address, line
from offramp.paper.resumes import text
from offramp.paper.sheet import Line, Role

Item = dict[str, Any]


def employer(item: Item) -> tuple[str, str]:
    """Who somebody worked for, and where."""
    name, place = text(item, "name") or text(item, "organization"), text(item, "location")
    return line(name), line(place)


def more(item: Item) -> tuple[Line, ...]:
    """What an employer or a school is, and where to see it."""
    told = (line(text(item, "description")), address(text(item, "url")))
    return tuple(Line(one, Role.DETAIL) for one in told)


def head(*lines: Line) -> tuple[Line, ...]:
    """The lines of a head that say something."""
    return tuple(one for one in lines if one.text)


def named(item: Item, key: str, role: Role) -> Line:
    """One field as a line of a head."""
    return Line(line(text(item, key)), role)


def listed(item: Item, key: str) -> tuple[str, ...]:
    """The lines of a field that holds several."""
    return tuple(filter(None, map(line, item.get(key) or [])))


def bullets(item: Item) -> tuple[str, ...]:
    """What was done, without what is hidden."""
    notes = item.get("x-highlights") or []
    hidden = {number for number, note in enumerate(notes) if note.get("hidden") is True}
    shown = [one for number, one in enumerate(item.get("highlights") or []) if number not in hidden]
    return tuple(filter(None, map(line, shown)))


def some(shown: str) -> tuple[str, ...]:
    """One paragraph, or none."""
    return (shown,) if shown else ()
