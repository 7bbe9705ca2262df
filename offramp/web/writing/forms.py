"""What is typed: a letter is one text, its title in the first line, so that it comes back whole."""

import re
from typing import Any

from django import forms
from django.urls import resolve, reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _

from offramp import campaigns
from offramp.campaigns import tongues
from offramp.letters.written import LONGEST, LONGEST_BODY, SLUG, NoTitle, Written, parted
from offramp.web.letters import letter as letter_page
from offramp.web.texts import LongText


class TextForm(forms.Form):
    """One language of a letter; `base` is the revision it was typed on."""

    text = LongText(longest=LONGEST_BODY)
    summary = LongText(longest=LONGEST["summary"], required=False)
    author = LongText(longest=LONGEST["author"], required=False)
    alt = LongText(longest=LONGEST["alt"], required=False)
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
        if not is_free_for_letters(address):
            self.add_error("address", _("Please write an address of small letters, digits and dashes."))
        self.cleaned_data["address"] = address


class TimeForm(forms.Form):
    """When a letter becomes public: empty means now."""

    day = forms.DateField(required=False)
    time = forms.TimeField(required=False)


def is_free_for_letters(address: str) -> bool:
    """Whether a letter would be found there, and no page of ours."""
    if not re.fullmatch(SLUG, address):
        return False
    return resolve(reverse("letter", kwargs={"slug": address})).func is letter_page.show


def languages() -> list[tuple[str, str]]:
    codes = campaigns.current().languages
    return [(code, tongues.own_name(code)) for code in codes]
