"""Facts of a position: grade, hours, pay and supervisor, with a label or without one."""

from typing import Any

from offramp.paper.reading import labels
from offramp.paper.reading.kept import Kept
from offramp.paper.reading.position_cuts import Raw
from offramp.paper.reading.position_lines import Unit

Entry = dict[str, Any]


def said(unit: Unit, kept: Kept) -> list[labels.Labelled]:
    """Return what a line says under labels."""
    if unit.kind not in ("labels", "dates"):
        return []
    said, _before = labels.read(unit.line.text)
    for each in said:
        kept.turn(each.label)
    return said


def plain_facts(raw: Raw, kept: Kept) -> dict[str, str]:
    """Return what lines with labels say without one."""
    found: dict[str, str] = {}
    for unit in raw.head + raw.body:
        if unit.kind == "labels":
            said, before = labels.read(unit.line.text)
            told, _rest = labels.without_label(before if said else unit.line.text)
            if "x-hoursPerWeek" not in told:
                paid = [labels.without_label(each.value)[0] for each in said if each.key == "x-salary"]
                hours = [each["x-hoursPerWeek"] for each in paid if "x-hoursPerWeek" in each]
                told |= {"x-hoursPerWeek": hours[0]} if hours else {}
            if "x-hoursPerWeek" in told and "x-hoursPerWeek" not in found:
                kept.turn(labels.unit_of_hours(unit.line.text))
            found = told | found
    return found


def graded(text: str, plain: dict[str, str], turned: list[str]) -> str:
    """Take a grade out of a title: "Analyst, GS-11" """
    found, rest = labels.without_label(text)
    if "x-hoursPerWeek" in found and "x-hoursPerWeek" not in plain:
        turned.append(labels.unit_of_hours(text))
    for key, value in found.items():
        plain.setdefault(key, value)
    return rest


def labelled(entry: Entry, said: list[labels.Labelled]) -> None:
    """Note what was said under labels."""
    plan = next((each.value for each in said if each.key == "plan"), "")
    for each in said:
        value = each.value.strip()
        if each.key == "x-supervisor":
            value, may = labels.parted_contact(value)
            entry.setdefault("x-mayContact", may)
        elif each.key == "x-salary":
            value = _without_hours(value)
        elif each.key == "phone":
            entry["x-supervisor"] = ", ".join(part for part in (entry.get("x-supervisor", ""), value) if part)
            continue
        elif each.key == "x-grade" and plan and value.isdigit():
            value = f"{plan}-{value}"
        elif each.key == "x-series":
            value = _series(entry, value)
        if each.key in ("plan", "dates") or each.key not in _FIELDS:
            continue
        if not entry.get(each.key) and value:
            entry[each.key] = value


_FIELDS = {
    *("name", "position", "location", "x-hoursPerWeek", "x-series", "x-grade", "x-salary", "x-supervisor"),
    "x-mayContact",
}


def _without_hours(value: str) -> str:
    found, rest = labels.without_label(value)
    return found.get("x-salary") or rest or value if "x-hoursPerWeek" in found else value


def _series(entry: Entry, value: str) -> str:
    found, _ = labels.without_label(value)
    if found.get("x-series"):
        entry.setdefault("x-grade", found["x-grade"])
        return found["x-series"]
    return value
