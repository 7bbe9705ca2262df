"""Lines into a résumé: parts by their headings, and each part read by its own rules."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from offramp.paper.reading import (
    guarding,
    honors,
    lists,
    positions,
    projects,
    reaching,
    schools,
    sections,
    skills,
    top,
    unheaded,
)
from offramp.paper.reading.kept import Kept
from offramp.paper.reading.lines import Line
from offramp.paper.reading.nouns import title_strength
from offramp.paper.reading.sections import Part
from offramp.paper.reading.units import joined

Resume = dict[str, Any]


# A résumé of forty jobs has some eight hundred lines; what comes after these is shown as it is.
_MOST_LINES = 2_500
_MOST_WITHOUT_HEADING = 4
_TITLE = 3


def parse(lines: Sequence[Line]) -> tuple[Resume, tuple[str, ...], tuple[str, ...]]:
    """Return the résumé in these lines, what of them was not understood, and what became something else."""
    kept = Kept()
    body = guarding.without_furniture(guarding.guarded(lines), kept)
    units = guarding.without_promises(joined(body, kept), kept)
    for unit in units[_MOST_LINES:]:
        kept.leave(unit.text)
    parts = sections.parts(units[:_MOST_LINES], kept)
    known = top.Known(reaching.email(line.text for line in lines), is_headed=len(parts) > 1)
    if not known.is_headed:
        parts = unheaded.parts(parts[0])
    resume: Resume = {"basics": {}}
    if len(parts) == 1 and len(parts[0].lines) > _MOST_WITHOUT_HEADING:
        # Not one heading that we know: another language, or no résumé. It is shown, and nothing guessed.
        for line in parts[0].lines[_MOST_WITHOUT_HEADING:]:
            kept.leave(line.text)
        parts[0].lines = parts[0].lines[:_MOST_WITHOUT_HEADING]
    for part in parts:
        _read(part, resume, kept, known)
    resume = {key: value for key, value in resume.items() if value}
    return resume, kept.unread([line.text for line in lines], resume), tuple(kept.turned)


def _read(part: Part, resume: Resume, kept: Kept, known: top.Known) -> None:
    if part.key in ("top", "contact", "summary"):
        _basics(part, resume, kept, known)
    elif part.key == "other":
        for line in part.lines:
            if reaching.facts(line.text, resume["basics"], kept):
                kept.leave(line.text)
    else:
        lines = [
            line
            for line in part.lines
            if part.key == "work" or reaching.facts(line.text, resume["basics"], kept)
        ]
        resume.setdefault(part.key, []).extend(_entries(part, lines, kept))


def _basics(part: Part, resume: Resume, kept: Kept, known: top.Known) -> None:
    basics = resume["basics"]
    if part.key == "top":
        told = top.read(part.lines, kept, known)
        for key, value in told.items():
            if key == "label" and len(value.split()) > 8 and not _begins_titled(value):
                basics["summary"] = "\n".join(text for text in (basics.get("summary"), value) if text)
            else:
                basics.setdefault(key, value)
        return
    left = [rest for line in part.lines if (rest := _rest(part, line, basics, kept))]
    if part.key == "summary" and left:
        basics["summary"] = "\n".join(text for text in (basics.get("summary"), *left) if text)


def _begins_titled(label: str) -> bool:
    """Tell whether a long headline begins with a title, and only goes on with where."""
    return title_strength(re.split(r"[,|\u2022\u00b7]| at | en ", label)[0]) == _TITLE


def _rest(part: Part, line: Line, basics: Resume, kept: Kept) -> str:
    if part.key == "contact":
        return reaching.contact(line, basics, kept)
    if reaching.private(line.text):
        return ""
    return line.text if reaching.facts(line.text, basics, kept) else ""


def _entries(part: Part, lines: list[Line], kept: Kept) -> list[Resume]:
    if part.key in _DATED:
        return honors.read(lines, _DATED[part.key], kept)
    if part.key == "skills":
        return skills.read(lines, part.heading)
    return _READERS[part.key](lines, kept)


def _volunteer(lines: Sequence[Line], kept: Kept) -> list[Resume]:
    names = {"name": "organization", "location": "x-location"}
    entries = positions.read(lines, kept)
    return [{names.get(key, key): value for key, value in entry.items()} for entry in entries]


_READERS: dict[str, Callable[[Sequence[Line], Kept], list[Resume]]] = {
    "work": positions.read,
    "volunteer": _volunteer,
    "education": schools.read,
    "projects": projects.read,
    "languages": lists.languages,
    "interests": skills.interests,
    "references": lists.references,
}
_DATED = {
    "certificates": ("name", "issuer", "date"),
    "awards": ("title", "awarder", "date"),
    "publications": ("name", "publisher", "releaseDate"),
}
