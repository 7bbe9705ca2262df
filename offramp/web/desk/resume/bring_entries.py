"""The entries of one page, each a form of its own within one form; and which of them a page was about."""

from dataclasses import dataclass
from typing import Any

from django import forms

from offramp.documents import places
from offramp.documents.places import ID, Content, Items
from offramp.paper import identity
from offramp.paper.outline import BASICS, Form
from offramp.web.desk.asked import Asked, AskedForm, Row
from offramp.web.desk.resume import bring_parts, entries, entry_lines, names
from offramp.web.desk.resume.entry_form import EntryForm, Spot
from offramp.web.fields import BEGINNING, Fields

OUT = "out"
# Without these somebody would ask at once.
NEEDED = {"work": ("position", "name", "startDate"), "education": ("institution",)}


class SeenForm(forms.Form):
    """The version that was on the page, and the entries: one that came since is not confirmed with them."""

    base = forms.IntegerField(min_value=1)
    seen = forms.RegexField(r"^[a-z0-9 ]{0,200}$", required=False)

    @property
    def entries(self) -> list[str]:
        return str(self.cleaned_data["seen"]).split()


@dataclass(frozen=True)
class NamedRow(Row):
    """A field as the page shows it, by the name it has on this page."""

    name: str


class BroughtEntry(EntryForm):
    """One of several on a page: its fields bear its id, and it can be left out."""

    def __init__(self, spot: Spot, posted: Any = None, *, values: Fields | None = None) -> None:
        self.path = f"{spot.section}/{spot.entry[ID]}"
        self.title = entry_lines.title(spot.section, spot.entry)
        self.beginning = f"{BEGINNING}{spot.entry[ID]}-"
        super().__init__(spot, posted, values=values)
        self.fields[BEGINNING + OUT] = forms.BooleanField(required=False)
        self.section = spot.section

    def add_prefix(self, field_name: str) -> str:
        return self.beginning + field_name.removeprefix(BEGINNING)

    @property
    def rows(self) -> list[Row]:
        return [
            NamedRow(row.asked, row.value, row.errors, self[row.asked.name].html_name) for row in super().rows
        ]

    @property
    def when(self) -> str:
        return entry_lines.when(self.entry)

    @property
    def bullets(self) -> int:
        return len(self.entry.get("highlights") or [])

    @property
    def is_doubtful(self) -> bool:
        """Whether somebody should look into it before they confirm it: wrong, taken out, or missing."""
        said = [str(row.value or "") for row in self.rows]
        lacks = not all(self.entry[key] for key in NEEDED.get(self.section, ())) or not self.title
        return bool(self.errors) or lacks or any(identity.GONE in text for text in said)

    @property
    def out(self) -> forms.BoundField:
        return self[BEGINNING + OUT]

    @property
    def draft_name(self) -> str:
        return self.add_prefix("draft")

    def put(self, content: Content) -> Content:
        if self.cleaned_data[BEGINNING + OUT]:
            return places.remove(content, self.path)
        return entries.put(content, self.section, self.written())


class BroughtTop(AskedForm):
    """What stands at the top and names nobody."""

    path, title, out, is_doubtful = bring_parts.BASICS, "", None, True

    def __init__(self, content: Content, posted: Any = None, *, values: Fields | None = None) -> None:
        known = content[bring_parts.BASICS]
        is_federal = content["purpose"] == "federal"
        asked = [
            Asked(
                field.key,
                names.field(bring_parts.BASICS, field.key).capitalize(),
                "text" if field.form is Form.TEXT else "line",
            )
            for field in BASICS
            if is_federal or not field.is_federal or known[field.key]
        ]
        super().__init__(asked, posted, values=known | (values or {}))

    @property
    def rows(self) -> list[Row]:
        return [NamedRow(row.asked, row.value, row.errors, row.asked.name) for row in super().rows]

    @property
    def draft_name(self) -> str:
        return BEGINNING + "draft"

    def put(self, content: Content) -> Content:
        return content | {bring_parts.BASICS: content[bring_parts.BASICS] | self.said}


Brought = BroughtEntry | BroughtTop


def begun(content: Content, section: str, waiting: Items, values: Fields) -> list[Brought]:
    """As they were understood, or as they were typed before the visit ended."""
    if section == bring_parts.BASICS:
        return [BroughtTop(content, values=values)]
    return [
        BroughtEntry(Spot(section, entry, content["purpose"]), values=_of(entry[ID], values))
        for entry in waiting
    ]


def typed(content: Content, section: str, seen: list[str], posted: Any) -> list[Brought]:
    """What was sent, for those entries that stood in the version it was sent for."""
    if section == bring_parts.BASICS:
        return [BroughtTop(content, posted)]
    known = {entry[ID]: entry for entry in content[section]}
    return [
        BroughtEntry(Spot(section, known[one], content["purpose"]), posted)
        for one in dict.fromkeys(seen)
        if one in known
    ]


def _of(entry_id: str, values: Fields) -> Fields:
    start = f"{entry_id}-"
    return {name.removeprefix(start): value for name, value in values.items() if name.startswith(start)}
