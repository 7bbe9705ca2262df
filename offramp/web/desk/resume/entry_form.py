"""The form of one entry: every field of its section, dates as people type them, a line for each bullet."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from offramp.documents.kinds.kind import Refused, TooLong
from offramp.paper import dates, outline
from offramp.paper.outline import Field, Form
from offramp.web.desk.asked import Asked, AskedForm, Words
from offramp.web.desk.resume import entries, entry_lines, names, typed_dates, typed_lines
from offramp.web.desk.resume.entries import Item
from offramp.web.fields import BEGINNING, Fields

LOOKS = {
    Form.LINE: "line",
    Form.DATE: "line",
    Form.TEXT: "text",
    Form.LINES: "lines",
    Form.BULLETS: "lines",
}
HINTS: dict[str, Promise] = {
    "startDate": gettext_lazy("Month and year, for example March 2019. A year alone is fine."),
    "endDate": gettext_lazy("Month and year, or “present”. Empty means present."),
    "highlights": gettext_lazy("A line for each. What you did, how, and what came of it."),
    "keywords": gettext_lazy("A line for each."),
    "courses": gettext_lazy("A line for each."),
    "x-supervisor": gettext_lazy("Federal postings ask for it. For anybody else leave it empty."),
    "fluency": gettext_lazy("For example: native, fluent, in everyday life."),
    "work/summary": gettext_lazy("One or two sentences, if the job title says too little."),
}
NO_DATES: dict[type[Exception], Promise] = {
    typed_dates.NoSuchMonth: gettext_lazy("There is no such month: they go from 1 to 12."),
    typed_dates.NoSuchDay: gettext_lazy("No calendar has this day. Please look at it once more."),
    typed_dates.NotADate: gettext_lazy(
        "We cannot read this as a date. Write a month and a year, for example March 2019."
    ),
}
YEARS_AHEAD = 1  # a job that begins next year is not too far off to be written down
ANOTHER = "after"  # the entry a new one stands behind


@dataclass(frozen=True)
class Spot:
    """An entry of a section, and what for: a private employer is not told what only a federal one asks."""

    section: str
    entry: Item
    purpose: str

    @property
    def fields(self) -> tuple[Field, ...]:
        every = outline.section(self.section).fields
        is_federal = self.purpose == "federal"
        return tuple(one for one in every if is_federal or not one.is_federal or self.entry[one.key])


class EntryForm(AskedForm):
    """What may stand in an entry; it cannot end before it begins."""

    def __init__(
        self, spot: Spot, posted: Any = None, *, values: Fields | None = None, is_unsaved: bool = False
    ) -> None:
        self.entry, self.is_unsaved = spot.entry, is_unsaved or posted is not None
        self.asked_fields = spot.fields
        asked = [_asked(spot.section, field, spot.entry) for field in spot.fields]
        super().__init__(asked, posted, values=_shown(spot.fields, spot.entry) | (values or {}))
        self.fields[BEGINNING + ANOTHER] = forms.SlugField(required=False)

    @property
    def after(self) -> str:
        return str(self[BEGINNING + ANOTHER].value() or "")

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        self._check_span(*(said.get(BEGINNING + key) or "" for key in ("startDate", "endDate")))
        if not self.errors and entries.is_blank(self.written()):
            self.add_error(None, _("Nothing is written in it yet, so it was not kept."))
        return said

    def _check_span(self, start: str, end: str) -> None:
        if not dates.is_date(start):
            return
        if dates.is_date(end) and start[: len(end)] > end:
            words = _("This is before the beginning. Please look at both dates.")
            self.add_error(BEGINNING + "endDate", words)
        if int(start[:4]) > timezone.now().year + YEARS_AHEAD:
            words = _("This lies years ahead. Please look at the year once more.")
            self.add_error(BEGINNING + "startDate", words)

    def refuse(self, refusal: Refused) -> None:
        """A line that is too long is named by its number: there may be twenty in one field."""
        key, line = (["", *refusal.path.split("/")])[-2:]
        ids = [one["id"] for one in self.written().get(key) or [] if isinstance(one, dict)]
        if not isinstance(refusal, TooLong) or line not in ids:
            return super().refuse(refusal)
        numbers = {"number": ids.index(line) + 1, "most": refusal.most}
        self.add_error(
            BEGINNING + key,
            _("Line %(number)s is longer than %(most)s characters. Please shorten it, or make two of it.")
            % numbers,
        )
        return None

    def written(self) -> Item:
        """The entry with what was typed; where that cannot be read, with what stood there."""
        said = self.said
        typed = {
            field.key: self._typed(field, said[field.key]) for field in self.asked_fields if field.key in said
        }
        return self.entry | typed

    def _typed(self, field: Field, typed: str) -> Any:
        if field.form not in (Form.LINES, Form.BULLETS):
            return typed
        blank = {"evidence": "", "hidden": False, "tags": []} if field.form is Form.BULLETS else {}
        return typed_lines.read(typed, before=self.entry[field.key], draft=self.drawn, blank=blank)


def _asked(section: str, field: Field, entry: Item) -> Asked:
    name = names.field(section, field.key)
    hint: Words = HINTS.get(f"{section}/{field.key}") or HINTS.get(field.key) or ""
    if field.form is not Form.DATE:
        return Asked(field.key, names.capital(name), LOOKS[field.form], hint)
    hint = hint or HINTS["startDate"]
    return Asked(field.key, names.capital(name), hint=hint, read=_date_reader(entry[field.key]))


def _date_reader(stored: str) -> Any:
    """What stood there and was left alone stays, even where we cannot read it as a date."""

    def read(typed: str) -> str:
        is_left_alone = stored and typed.strip() == _date_shown(stored)
        try:
            return typed_dates.read(typed)
        except (typed_dates.NoSuchDay, typed_dates.NotADate) as refusal:
            if is_left_alone:
                return stored
            raise forms.ValidationError(str(NO_DATES[type(refusal)])) from None

    return read


def _shown(fields: tuple[Field, ...], entry: Item) -> Fields:
    shown = {}
    for field in fields:
        value = entry[field.key]
        if field.form in (Form.LINES, Form.BULLETS):
            value = typed_lines.shown(value)
        shown[field.key] = _date_shown(value) if field.form is Form.DATE else value
    return shown


def _date_shown(stored: str) -> str:
    return dates.shown(stored, entry_lines.page_language())
