"""The one long text that most forms send."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from offramp.threads.actions import LONGEST_TEXT


class LongText(forms.CharField):
    """Browsers send a line break as two characters and count it as one; so do we. A NUL, which no keyboard
    writes, is left out rather than refused: the rest of the text is somebody's."""

    def __init__(self, *, longest: int = LONGEST_TEXT, **kwargs: Any) -> None:
        messages = {
            "required": _("Please write something first."),
            "max_length": _("This is longer than %(limit_value)d characters. Please shorten it."),
        }
        super().__init__(max_length=longest, error_messages=messages, **kwargs)

    def to_python(self, value: Any) -> str:
        return str(super().to_python(str(value or "").replace("\x00", ""))).replace("\r\n", "\n")


class TextForm(forms.Form):
    text = LongText()


class NoteForm(forms.Form):
    """A few words that may be left out."""

    text = LongText(required=False)
