"""What stands in a file, before anyone sets it: parts with a heading, and in them entries and lines."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from benchmarks.resumes.style import Style

Resume = dict[str, Any]
Row = tuple[str, str]  # what stands on the left, and what on the right edge


@dataclass
class Entry:
    """One position, school or the like; its dates are in the rows, or else in the margin."""

    rows: list[Row]
    margin: str = ""
    lines: list[str] = field(default_factory=list)
    bullets: list[str] = field(default_factory=list)
    # Said once over several positions at one employer.
    above: list[Row] = field(default_factory=list)


@dataclass
class Part:
    """A section."""

    key: str
    heading: str
    entries: list[Entry] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    bullets: list[str] = field(default_factory=list)


@dataclass
class Script:
    """A whole file."""

    name: str
    label: str
    contact: list[str]
    facts: list[str]
    parts: list[Part]


def written(resume: Resume, style: Style, *, has_margin: bool = False) -> Script:
    """Return what the file says, in its style."""
    basics = resume["basics"]
    parts = [part for key in _order(style) if (part := _part(key, resume, style, has_margin=has_margin))]
    place = f"{basics['location']['city']}, {basics['location']['region']}"
    return Script(
        basics["name"],
        basics["label"],
        [place, basics["phone"], basics["email"]],
        _facts(resume, style),
        parts,
    )


def _order(style: Style) -> list[str]:
    order = ["summary", "work", "education", "skills", "languages", "certificates", "volunteer", "awards"]
    if style.chance.random() < 0.3:
        order.remove("skills")
        order.insert(1, "skills")
    if style.chance.random() < 0.15:
        order.remove("education")
        order.insert(1, "education")
    return order


def _facts(resume: Resume, style: Style) -> list[str]:
    if not style.federal:
        return []
    basics = resume["basics"]
    said = {
        "x-citizenship": "Ciudadanía" if style.language == "es" else "Citizenship",
        "x-veteransPreference": "Veterans' Preference",
        "x-clearance": "Security Clearance",
    }
    return [f"{label}: {basics[key]}" for key, label in said.items() if basics.get(key)]


def _part(key: str, resume: Resume, style: Style, *, has_margin: bool) -> Part | None:
    told = resume["basics"].get("summary") if key == "summary" else resume.get(key)
    if not told:
        return None
    has_heading = key != "summary" or style.has_summary_heading
    part = Part(key, style.heading(key) if has_heading else "")
    if key == "summary":
        part.lines = [told]
    elif key in ("work", "volunteer"):
        part.entries = list(_positions(told, style, has_margin=has_margin))
    elif key == "education":
        part.entries = [_school(entry, style, has_margin=has_margin) for entry in told]
    elif key == "skills":
        _skills(part, told, style)
    elif key == "languages":
        part.lines = _languages(told, style)
    else:
        part.lines = [_certificate(entry, style) for entry in told]
    return part


def _positions(entries: list[Resume], style: Style, *, has_margin: bool) -> Iterator[Entry]:
    before = None
    names = [str(entry.get("name", entry.get("organization", ""))) for entry in entries]
    for number, entry in enumerate(entries):
        name = names[number]
        is_many = style.is_grouped and names.count(name) > 1
        dates = style.span(entry["startDate"], entry.get("endDate", ""))
        place = entry.get("location", "")
        if is_many:
            rows, above = [(entry["position"], "" if has_margin else dates)], []
            if before != name:
                above = [(name, place)]
        else:
            rows, above = head(style, name, entry["position"], place, "" if has_margin else dates), []
        before = name
        yield Entry(
            rows=rows,
            above=above,
            margin=dates if has_margin else "",
            lines=[*federal(entry, style), *([entry["summary"]] if entry.get("summary") else [])],
            bullets=[text.rstrip(".") + style.bullet_ends for text in entry.get("highlights", [])],
        )


def head(style: Style, name: str, position: str, place: str, dates: str) -> list[Row]:
    """Return employer, title, place and dates as this person writes them."""
    where = f", {place}" if place else ""
    return {
        "employer first": [(name, place), (position, dates)],
        "title first": [(position, dates), (name + where, "")],
        "one line": [(f"{position} | {name}{' | ' + place if place else ''}", dates)],
        "own lines": [(position, ""), (name, ""), *([(place, "")] if place else []), (dates, "")],
        "joined": [(f"{name} \u2013 {position}", dates), *([(place, "")] if place else [])],
        "at": [(f"{position}, {name}{where}", ""), (dates, "")],
    }[style.head]


def federal(entry: Resume, style: Style) -> list[str]:
    """Return what the government asks for."""
    said = {
        "Hours per week": entry.get("x-hoursPerWeek"),
        "Series": entry.get("x-series"),
        "Grade": entry.get("x-grade"),
        "Salary": entry.get("x-salary"),
        "Supervisor": entry.get("x-supervisor"),
        "May contact": entry.get("x-mayContact"),
    }
    told = {label: text for label, text in said.items() if text}
    if style.federal == "block":
        return [f"{label}: {text}" for label, text in told.items()]
    if style.federal == "inline" and told:
        first = [
            f"{label}: {told.pop(label)}" for label in ("Hours per week", "Series", "Grade") if label in told
        ]
        return [" | ".join(first), *(f"{label}: {text}" for label, text in told.items())]
    return []


def _school(entry: Resume, style: Style, *, has_margin: bool) -> Entry:
    dates = style.span(entry.get("startDate", ""), entry["endDate"])
    shown = "" if has_margin else dates
    area = entry.get("area", "")
    joint = style.chance.choice([" in ", ", "] if style.language == "en" else [" en ", ", "])
    degree = entry["studyType"] + (joint + area if area else "")
    place = entry.get("x-location", "")
    where = f", {place}" if place else ""
    rows = {
        "institution first": [(entry["institution"], place), (degree, shown)],
        "degree first": [(degree, shown), (entry["institution"] + where, "")],
        "one line": [(f"{degree}, {entry['institution']}{where}", shown)],
    }[style.education]
    lines = [f"GPA: {entry['score']}"] if entry.get("score") else []
    return Entry(rows=rows, margin=dates if has_margin else "", lines=lines)


def _skills(part: Part, told: list[Resume], style: Style) -> None:
    if style.skills == "grouped":
        part.lines = [f"{group['name']}: {', '.join(group['keywords'])}" for group in told]
        return
    words = [word for group in told for word in group["keywords"]]
    if style.skills == "plain":
        part.lines = [", ".join(words)]
    else:
        part.bullets = words


def _languages(told: list[Resume], style: Style) -> list[str]:
    if style.languages == "one line":
        return [", ".join(f"{each['language']} ({each['fluency']})" for each in told)]
    joint = " \u2013 " if style.languages == "dash" else ": "
    return [f"{each['language']}{joint}{each['fluency']}" for each in told]


def _certificate(entry: Resume, style: Style) -> str:
    name = entry.get("name") or entry["title"]
    by = entry.get("issuer") or entry.get("awarder") or ""
    day = style.date(entry["date"]) if entry.get("date") else ""
    joint = {"comma": ", ", "dash": " \u2013 ", "bar": " | "}[style.certificates]
    if style.certificates == "dash" and day:
        return f"{name} \u2013 {by} ({day})" if by else f"{name} ({day})"
    return joint.join(text for text in (name, by, day) if text)
