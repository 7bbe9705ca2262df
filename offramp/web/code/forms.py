"""Two words of a code, asked back."""

import re
import unicodedata
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from offramp.web.code.pending import Pending

TOKEN = re.compile(r"[^\W_]+")


class WordsForm(forms.Form):
    """The same for capitals and spaces as a code typed at the door; says which word is another one."""

    first = forms.Field(required=False)
    second = forms.Field(required=False)

    def __init__(self, *args: Any, pending: Pending, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.code = pending.code
        self.first_number, self.second_number = pending.asked

    def clean_first(self) -> str:
        return self._same("first", self.first_number)

    def clean_second(self) -> str:
        return self._same("second", self.second_number)

    def _same(self, name: str, number: int) -> str:
        typed = str(self.cleaned_data[name] or "")
        if plain(typed) != self.code.words[number - 1]:
            sentence = _("Word %(number)d is a different one. Look at your words once more.")
            raise forms.ValidationError(sentence % {"number": number})
        return typed


def plain(typed: str) -> str:
    """A word without its capitals, spaces or the number before it."""
    tokens = TOKEN.findall(unicodedata.normalize("NFKC", typed).casefold())
    return "".join(token for token in tokens if not token.isdecimal())
