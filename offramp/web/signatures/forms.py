"""Signing: with a name below the letter, or only counted."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from offramp.signatures import names
from offramp.signatures.models.signature import LONGEST_NAME
from offramp.web.address_field import NewAddressField

SHOWN, COUNTED = "shown", "counted"


class NameField(forms.CharField):
    """Cleaned: as it would stand below the letter."""

    def to_python(self, value: Any) -> str:
        try:
            return names.read(super().to_python(value) or "", longest=LONGEST_NAME)
        except names.NoName:
            raise ValidationError(_("There is no letter in this name.")) from None
        except names.TooLong:
            raise ValidationError(_("This name is too long: up to 80 characters fit.")) from None


class SignatureForm(forms.Form):
    """Its name is empty for whoever is only counted."""

    way = forms.ChoiceField(
        choices=[(SHOWN, SHOWN), (COUNTED, COUNTED)],
        error_messages={
            "required": _("Please choose whether your name is shown."),
            "invalid_choice": _("Please choose whether your name is shown."),
        },
    )
    name = NameField(required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("way") == COUNTED:
            self.errors.pop("name", None)
            cleaned["name"] = ""
        elif cleaned.get("way") == SHOWN and cleaned.get("name") == "":
            self.add_error("name", _("Please type your name, or choose to be only counted."))
        return cleaned


class AskingForm(SignatureForm):
    email = NewAddressField()
