"""What each section, field and place of a résumé is called."""

from collections.abc import Sequence
from typing import Protocol

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from offramp.documents.places import Content
from offramp.web.desk.resume import entry_lines
from offramp.web.desk.resume.entries import Item

SECTIONS: dict[str, Promise] = {
    "work": _("Work"),
    "education": _("Education"),
    "skills": _("Skills"),
    "languages": _("Languages"),
    "certificates": _("Certificates"),
    "volunteer": _("Volunteering"),
    "projects": _("Projects"),
    "awards": _("Awards"),
    "publications": _("Publications"),
    "interests": _("Interests"),
    "references": _("References"),
}

# One more of a section's entries.
MORE: dict[str, Promise] = {
    "work": _("Add a job"),
    "education": _("Add a school or training"),
    "skills": _("Add a group of skills"),
    "languages": _("Add a language"),
    "certificates": _("Add a certificate"),
    "volunteer": _("Add volunteering"),
    "projects": _("Add a project"),
    "awards": _("Add an award"),
    "publications": _("Add a publication"),
    "interests": _("Add an interest"),
    "references": _("Add a reference"),
}

# As they stand within a sentence.
FIELDS: dict[str, Promise] = {
    "title": _("the title"),
    "label": _("headline"),
    "summary": _("summary"),
    "x-clearance": _("clearance"),
    "x-citizenship": _("citizenship"),
    "x-veteransPreference": _("preference as a veteran"),
    "name": _("name"),
    "work/name": _("employer"),
    "position": _("job title"),
    "location": _("place"),
    "x-location": _("place"),
    "startDate": _("beginning"),
    "endDate": _("end"),
    "date": _("date"),
    "releaseDate": _("date"),
    "x-series": _("series"),
    "x-grade": _("grade"),
    "x-hoursPerWeek": _("hours a week"),
    "x-salary": _("salary"),
    "x-supervisor": _("supervisor"),
    "x-mayContact": _("whether they may be asked"),
    "highlights": _("bullets"),
    "institution": _("school"),
    "studyType": _("degree"),
    "area": _("subject"),
    "score": _("grade or honors"),
    "courses": _("courses"),
    "skills/name": _("group"),
    "level": _("level"),
    "keywords": _("skills"),
    "interests/keywords": _("details"),
    "language": _("language"),
    "fluency": _("how well"),
    "issuer": _("who gave it"),
    "url": _("address on the web"),
    "organization": _("organization"),
    "description": _("description"),
    "awards/title": _("award"),
    "awarder": _("who gave it"),
    "publisher": _("publisher"),
    "reference": _("what they say"),
}
_ENTRIES: dict[str, Promise] = {
    "work": _("work %(entry)s"),
    "education": _("education %(entry)s"),
    "skills": _("skills %(entry)s"),
    "languages": _("language %(entry)s"),
    "certificates": _("certificate %(entry)s"),
    "volunteer": _("volunteering %(entry)s"),
    "projects": _("project %(entry)s"),
    "awards": _("award %(entry)s"),
    "publications": _("publication %(entry)s"),
    "interests": _("interest %(entry)s"),
    "references": _("reference %(entry)s"),
}
# In a list of an entry: the item, what else is said of it, and the order of all of them.
_BULLET, _EVIDENCE = _("bullet %(position)s"), _("evidence for bullet %(position)s")
_LINE, _ORDER = _("line %(position)s of %(field)s"), _("the order of %(field)s")
_LISTS = ("highlights", "courses", "keywords")
_QUOTED = _("“%(title)s”")
_UNREAD = _("line %(position)s that was not understood")
_OF_SECTIONS = _("the order of the sections"), _("a section")
_OF_ENTRIES = _("the order in %(section)s")
_TOP = _("%(field)s at the top")


class Placed(Protocol):
    """A place, a difference, a place touched by a deed."""

    @property
    def pattern(self) -> str: ...

    @property
    def position(self) -> int: ...

    @property
    def above(self) -> tuple[int, ...]: ...


def field(section: str, key: str) -> str:
    """By its section where the same key means something else there."""
    return str(FIELDS.get(f"{section}/{key}") or FIELDS[key])


def capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def within(placed: Placed, content: Content | None = None) -> str:
    """ "work 2, bullet 3", or "Shift lead, bullet 3" by its content: within a sentence. Raises KeyError."""
    section, *steps = placed.pattern.split("/")
    if section in ("title", "unread", "sections", "basics") or not steps:
        return beneath(placed)
    if not steps[1:]:
        return whole(section, placed, content)
    return f"{entry(section, placed, content)}, {beneath(placed)}"


def entry(section: str, placed: Placed, content: Content | None = None) -> str:
    """ "work 2", by any place in it; "Shift lead" where the content says so, in this entry alone."""
    items: list[Item] = content[section] if content else []
    heads = [entry_lines.head(section, item) for item in items]
    found = _item(section, placed, content)
    head = heads[_number(placed) - 1] if found else ""
    if found and head and heads.count(head) > 1:
        head = entry_lines.title(section, found)
    return head or str(_ENTRIES[section]) % {"entry": _number(placed)}


def whole(section: str, placed: Placed, content: Content | None) -> str:
    """All of an entry: "“Shift lead, Customs office”", or "work 2"."""
    found = _item(section, placed, content)
    title = entry_lines.title(section, found) if found else ""
    return str(_QUOTED) % {"title": title} if title else entry(section, placed)


def _item(section: str, placed: Placed, content: Content | None) -> Item | None:
    items: list[Item] = content[section] if content else []
    return next(iter(items[_number(placed) - 1 : _number(placed)]), None)


def _number(placed: Placed) -> int:
    """Of its entry."""
    return (*placed.above, placed.position)[0]


def beneath(placed: Placed) -> str:
    """ "bullet 3": the same under the heading of its entry."""
    section, *steps = placed.pattern.split("/")
    if section == "title":
        return str(FIELDS[section])
    if section == "basics":
        return str(_TOP) % {"field": FIELDS[steps[0]]}
    if section == "sections":
        return str(_OF_SECTIONS[len(steps)])
    if section == "unread":
        return str(_UNREAD) % {"position": placed.position}
    if not steps:
        return str(_OF_ENTRIES) % {"section": SECTIONS[section]}
    return _inside(section, steps[1:], placed.position)


def _inside(section: str, steps: Sequence[str], position: int) -> str:
    """Of one entry: a field, an item of a list, or the list's order."""
    name = field(section, steps[0])
    if len(steps) == 1:
        return str(_ORDER) % {"field": name} if steps[0] in _LISTS else name
    if steps[-1] == "evidence":
        return str(_EVIDENCE) % {"position": position}
    return str(_BULLET if steps[0] == "highlights" else _LINE) % {"position": position, "field": name}
