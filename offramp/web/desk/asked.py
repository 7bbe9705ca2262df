"""Forms of several fields for a part of a document: their names, what was typed, what is wrong with it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from offramp.documents.kinds.kind import LONGEST_PLACE, Refused, TooLarge, TooLong, TooManyPlaces
from offramp.web.fields import BEGINNING, Fields
from offramp.web.texts import LongText

# What still fits into one form whatever its letters.
LONGEST_LINES = 20_000
Words = str | Promise


@dataclass(frozen=True)
class Asked:
    """One field: what it is called, how it looks, and how what was typed is read."""

    key: str
    label: Words
    look: str = "line"  # or "text", "lines", "choice", "tick"
    hint: Words = ""
    choices: tuple[tuple[str, Words], ...] = ()
    read: Callable[[str], str] = field(default=str, repr=False)  # raises forms.ValidationError

    @property
    def name(self) -> str:
        return BEGINNING + self.key

    @property
    def longest(self) -> int:
        return LONGEST_LINES if self.look == "lines" else LONGEST_PLACE

    def field(self) -> forms.Field:
        if self.look == "choice":
            may_be_none = any(not value for value, _words in self.choices)
            return forms.ChoiceField(choices=self.choices, required=not may_be_none)
        if self.look == "tick":
            return forms.BooleanField(required=False)
        return LongText(longest=self.longest, required=False)


@dataclass(frozen=True)
class Row:
    """A field as the page shows it."""

    asked: Asked
    value: Any = field(repr=False)
    errors: list[str]


class AskedForm(forms.Form):
    """What is asked, and the draft it was begun with, by which a double click is known."""

    def __init__(self, asked: Iterable[Asked], posted: Any = None, *, values: Fields | None = None) -> None:
        self.asked = tuple(asked)
        typed = {BEGINNING + key: value for key, value in (values or {}).items()}
        super().__init__(posted, initial={BEGINNING + "draft": str(uuid4())} | typed)
        for one in self.asked:
            self.fields[one.name] = one.field()
        self.fields[BEGINNING + "draft"] = forms.UUIDField(required=False)

    @property
    def rows(self) -> list[Row]:
        bound = [(one, self[one.name]) for one in self.asked]
        return [Row(one, field.value(), list(map(str, field.errors))) for one, field in bound]

    @property
    def draft(self) -> Any:
        return self[BEGINNING + "draft"].value()

    @property
    def drawn(self) -> UUID:
        return self.cleaned_data.get(BEGINNING + "draft") or uuid4()

    @property
    def said(self) -> dict[str, Any]:
        """By the keys that were asked for."""
        return {one.key: self.cleaned_data[one.name] for one in self.asked if one.name in self.cleaned_data}

    def clean(self) -> dict[str, Any]:
        for one in self.asked:
            if isinstance(self.cleaned_data.get(one.name), str):
                try:
                    self.cleaned_data[one.name] = one.read(self.cleaned_data[one.name])
                except forms.ValidationError as error:
                    self.add_error(one.name, error)
        return self.cleaned_data

    def refuse(self, refusal: Refused) -> None:
        """Beside the field it is about, where it is about one of ours."""
        named = [one.name for one in self.asked if one.key in refusal.path.split("/")]
        self.add_error(named[-1] if named else None, why(refusal))


def why(refusal: Refused) -> str:
    if isinstance(refusal, TooLong):
        return _("This is longer than %(most)s characters. Please shorten it.") % {"most": refusal.most}
    if isinstance(refusal, TooManyPlaces | TooLarge):
        return _("There is no room for more in this document. Take something out first, or shorten it.")
    return _("This cannot be kept as it is. Please write it another way.")
