"""What a reader types: a reply, or why one should be looked at again."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from offramp.replies import written
from offramp.replies.models.reply import LONGEST_NAME, LONGEST_REPORT, LONGEST_TEXT
from offramp.replies.reports import Why
from offramp.replies.writing import Said
from offramp.web.address_field import NewAddressField
from offramp.web.texts import LongText

NO_NAME = _("Please write a name that others can read. It need not be your own.")
NO_TEXT = _("Please write something first.")


class ReplyForm(forms.Form):
    name = LongText(longest=LONGEST_NAME, required=False)
    email = NewAddressField()
    text = LongText(longest=LONGEST_TEXT)

    def clean_name(self) -> str:
        try:
            # Composed anew, a name of odd signs may be longer than it was typed.
            return written.name_of(self.cleaned_data["name"])[:LONGEST_NAME]
        except written.Unseen:
            raise ValidationError(NO_NAME) from None

    def clean_text(self) -> str:
        try:
            return written.text_of(self.cleaned_data["text"])
        except written.Unseen:
            raise ValidationError(NO_TEXT) from None

    def said(self, language: str) -> Said:
        typed = self.cleaned_data
        return Said(name=typed["name"], email=typed["email"], text=typed["text"], language=language)


class ReportForm(forms.Form):
    why = forms.ChoiceField(
        choices=Why.choices,
        error_messages={"required": _("Please choose one."), "invalid_choice": _("Please choose one.")},
    )
    text = LongText(longest=LONGEST_REPORT, required=False)

    def clean_text(self) -> str:
        """As it is kept of a reply; an organizer reads it, too."""
        try:
            return written.text_of(self.cleaned_data["text"])
        except written.Unseen:
            return ""
