"""A document as it is read: its places, those of one entry under one heading."""

from dataclasses import dataclass, field
from itertools import groupby

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from offramp.documents import places
from offramp.documents.places import HIDDEN, Content, Place
from offramp.documents.versions import Opened
from offramp.paper import dates, outline
from offramp.paper.outline import BASICS
from offramp.web.desk import labels, one_text
from offramp.web.desk.resume import entries, entry_lines, names

FORMS = ("resume", "letter")  # kinds of many fields
_TOP, _UNREAD = _("At the top"), _("What was not understood")
_ENTRY = _("%(entry)s: %(title)s")


@dataclass(frozen=True)
class Group:
    """Places under one heading; a document that is one text is one group without."""

    heading: str
    is_hidden: bool
    places: list[Place] = field(repr=False)


def of(opened: Opened) -> list[Group]:
    if opened.kind.name != "resume":
        return [Group("", is_hidden=False, places=opened.places)]
    content = opened.content
    parted = groupby(opened.places, key=_home)
    groups = [
        Group(_heading(home, list(some), content), _is_hidden(content, home), some)
        for home, some in ((home, list(inner)) for home, inner in parted)
    ]
    order = [one[places.ID] for one in content["sections"]]
    # As the page has them: the title, the top, then each section where the seeker put it.
    return sorted(groups, key=lambda group: _rank(group.places[0], order))


def name_within(kind: str, place: Place) -> str:
    """What a place is called under its heading: "Bullet 3"."""
    if kind != "resume":
        return labels.label(kind, place)
    section, *steps = place.pattern.split("/")
    return names.capital(names.field(section, steps[0]) if section == "basics" else names.beneath(place))


def is_asked(content: Content, place: Place) -> bool:
    """Whether whoever reads it along may miss something here; federal fields are for federal offices."""
    section, *steps = place.pattern.split("/")
    if place.pattern.endswith("/evidence"):
        return False
    known = BASICS if section == "basics" else outline.section(section).fields if steps[1:] else ()
    return content.get("purpose") == "federal" or not any(
        one.is_federal for one in known if one.key == steps[-1]
    )


def text_shown(kind: str, place: Place, content: Content) -> str:
    """A date as people say it, “present” where it goes on; anything else as it was written."""
    is_date = kind == "resume" and place.pattern.lower().endswith("date")
    start = places.text_at(content, place.path.replace("endDate", "startDate")) if is_date else ""
    if is_date and not place.text and start:
        return pgettext("until when", "present")
    return dates.shown(place.text, entry_lines.page_language()) if is_date else place.text


def is_hidden(content: Content, place: Place) -> bool:
    """Whether this bullet is kept and not shown."""
    return places.said_of(content, place.path, HIDDEN) is True


def bullets_begin_at(content: Content, group: Group) -> str:
    """The list of an entry that has no bullet yet; of any other group none."""
    home = _home(group.places[0])
    path = "/".join((*home, "highlights"))
    return (
        path if len(home) > 1 and places.is_there(content, path) and not places.node_at(content, path) else ""
    )


def as_text(opened: Opened) -> str:
    """All of it, to be read at once; without anything that is empty."""
    if opened.kind.name not in FORMS:
        return one_text.shown(opened.content).strip()
    return "\n\n".join(as_texts(opened))


def as_texts(opened: Opened) -> list[str]:
    """A text for each group that says anything."""
    return list(filter(None, (_written(group, opened) for group in of(opened))))


def _written(group: Group, opened: Opened) -> str:
    kind = opened.kind.name
    shown = [(name_within(kind, place), text_shown(kind, place, opened.content)) for place in group.places]
    lines = [f"{name}: {text}" for name, text in shown if text.strip()]
    return "\n".join([group.heading, *lines] if group.heading else lines) if lines else ""


def _home(place: Place) -> tuple[str, ...]:
    section, *steps = place.path.split("/")
    return (section, steps[0]) if place.pattern.startswith(f"{section}/*/") else (section,)


def _heading(home: tuple[str, ...], some: list[Place], content: Content) -> str:
    if len(home) == 1:
        return {"basics": str(_TOP), "unread": str(_UNREAD)}.get(home[0], "")
    section, entry_id = home
    entry = names.capital(names.entry(section, some[0]))
    found = entries.find(content, section, entry_id)
    title = entry_lines.title(section, found) if found else ""
    return str(_ENTRY) % {"entry": entry, "title": title} if title else entry


def _is_hidden(content: Content, home: tuple[str, ...]) -> bool:
    paths = [f"sections/{home[0]}", "/".join(home)]
    return any(places.said_of(content, path, HIDDEN) is True for path in paths)


def _rank(place: Place, order: list[str]) -> int:
    section = place.path.split("/")[0]
    return 2 + order.index(section) if section in order else {"title": 0, "basics": 1}.get(section, 99)
