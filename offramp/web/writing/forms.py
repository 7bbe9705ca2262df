"""What is typed: a letter is one text, its title in the first line, so that it comes back whole."""

from datetime import UTC, datetime, time
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from offramp import campaigns
from offramp.campaigns import tongues
from offramp.letters.addresses import is_free
from offramp.letters.written import LONGEST, LONGEST_BODY, NoTitle, Written, legible, parted
from offramp.web import fields
from offramp.web.texts import LongText


class LegibleText(LongText):
    """Without what no keyboard writes and no feed may say."""

    def to_python(self, value: Any) -> str:
        return legible(super().to_python(value))


class TextForm(forms.Form):
    """One language of a letter; `base` is the revision it was typed on."""

    prefix = fields.BEGINNING.removesuffix("-")  # so that none of them is lost when the visit ends

    text = LegibleText(longest=LONGEST_BODY)
    summary = LegibleText(longest=LONGEST["summary"], required=False)
    author = LegibleText(longest=LONGEST["author"], required=False)
    alt = LegibleText(longest=LONGEST["alt"], required=False)
    base = forms.IntegerField(min_value=0, required=False)

    def clean_text(self) -> str:
        text = str(self.cleaned_data["text"])
        try:
            _title, body = parted(text)
        except NoTitle:
            raise forms.ValidationError(
                _("Begin the first line with # and the title, at most %(longest)s characters.")
                % {"longest": LONGEST["title"]}
            ) from None
        if not body:
            raise forms.ValidationError(_("Only the title is there. Write the letter below it."))
        return text

    def written(self) -> Written:
        said = self.cleaned_data
        title, body = parted(said["text"])
        summary, author = (" ".join(said[name].split()) for name in ("summary", "author"))
        return Written(title=title, body=body, author=author, summary=summary, alt=said["alt"])


class NewForm(TextForm):
    """The first text of a letter, with what the letter is called in its address."""

    address = LongText(longest=80, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"] = forms.ChoiceField(choices=languages())

    def clean(self) -> None:
        """An empty address is made of the title."""
        if "text" not in self.cleaned_data or "address" not in self.cleaned_data:
            return
        typed = self.cleaned_data["address"] or parted(self.cleaned_data["text"])[0]
        address = slugify(typed)[:80].strip("-")
        if not is_free(address):
            self.add_error("address", _("Please write an address of small letters, digits and dashes."))
        self.cleaned_data["address"] = address


class TimeForm(forms.Form):
    """A day to come on which a letter becomes public; without a time, as it begins."""

    day = forms.DateField(error_messages={"required": gettext_lazy("Choose a day to come.")})
    time = forms.TimeField(required=False)

    def __init__(self, *args: Any, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = now

    def clean(self) -> None:
        if not self.errors and self.moment() <= self.now:
            over = _("This moment is over: in UTC it is %(time)s now, on %(day)s. Choose a later one.")
            self.add_error("time", over % {"time": f"{self.now:%H:%M}", "day": date_format(self.now)})

    def moment(self) -> datetime:
        return datetime.combine(self.cleaned_data["day"], self.cleaned_data["time"] or time(), UTC)


def languages() -> list[tuple[str, str]]:
    codes = campaigns.current().languages
    return [(code, tongues.own_name(code)) for code in codes]
