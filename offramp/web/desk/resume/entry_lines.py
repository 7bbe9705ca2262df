"""An entry as one line of a list: what it is, where and when."""

from dataclasses import dataclass

from django.utils.translation import get_language

from offramp.web.desk import days
from offramp.web.desk.resume.entries import Item

# First what an employer looks for, then where it was.
HEADS = {
    "work": ("position", "name"),
    "education": ("studyType", "area", "institution"),
    "skills": ("name",),
    "languages": ("language", "fluency"),
    "certificates": ("name", "issuer"),
    "volunteer": ("position", "organization"),
    "projects": ("name",),
    "awards": ("title", "awarder"),
    "publications": ("name", "publisher"),
    "interests": ("name",),
    "references": ("name",),
}
MOST = 80  # characters of what stands in for a head
MOST_LISTED = 4


@dataclass(frozen=True)
class Line:
    """One entry, or one bullet, where it stands in its list."""

    path: str
    title: str
    hint: str
    item: Item
    is_first: bool
    is_last: bool


def lines(section: str, items: list[Item]) -> list[Line]:
    last = len(items) - 1
    return [
        Line(
            path=f"{section}/{item['id']}",
            title=title(section, item),
            hint=when(item),
            item=item,
            is_first=number == 0,
            is_last=number == last,
        )
        for number, item in enumerate(items)
    ]


def bullets(path: str, items: list[Item]) -> list[Line]:
    last = len(items) - 1
    return [
        Line(
            path=f"{path}/{item['id']}",
            title=item["text"],
            hint=item["evidence"],
            item=item,
            is_first=number == 0,
            is_last=number == last,
        )
        for number, item in enumerate(items)
    ]


def title(section: str, item: Item) -> str:
    """What it is; without that, the first thing that is written in it."""
    heads = [item[key] for key in HEADS[section] if item[key]]
    if heads:
        return ", ".join(heads)
    texts = (value for key, value in item.items() if key != "id" and isinstance(value, str))
    return (next(filter(None, texts), "") or _listed(item))[:MOST]


def _listed(item: Item) -> str:
    """A group of skills often has no name of its own."""
    lists = (value for key, value in item.items() if key != "tags" and isinstance(value, list))
    return next((", ".join(one["text"] for one in some[:MOST_LISTED]) for some in lists if some), "")


def head(section: str, item: Item) -> str:
    """The shortest it is known by, if it has that: “Shift lead”."""
    return next((item[key] for key in HEADS[section] if item[key]), "")


def when(item: Item) -> str:
    if "startDate" in item:
        return days.span(item["startDate"], item["endDate"])
    return days.month(item.get("date") or item.get("releaseDate") or "")


def page_language() -> str:
    """Of those a paper can be written in."""
    return "es" if (get_language() or "").startswith("es") else "en"
