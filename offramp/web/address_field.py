"""One field for an e-mail address that a stranger types, with kind words for each reason it is refused."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from offramp.notices import addresses, mistyped

SENTENCES = {
    addresses.TooLong: _("That is longer than any e-mail address. Please look whether more was pasted."),
    addresses.MoreThanOne: _("Please give one address only."),
    addresses.Quoted: _(
        "We cannot send to addresses with quotation marks or brackets in them. "
        "Please take one that looks like name@example.org."
    ),
    addresses.BeforeTheAt: _(
        "Before the @ we can only use letters from a to z without accents, digits and a few signs. "
        "Please look for a mistyped letter, or take another address."
    ),
    addresses.NotAnAddress: _("That is not an e-mail address. It should look like name@example.org."),
}


class AddressField(forms.CharField):
    """Cleaned: as `addresses.normal` writes it, or empty if it is not required."""

    default_error_messages = {"required": _("Please type your e-mail address.")}

    def to_python(self, value: Any) -> str:
        typed = super().to_python(value) or ""
        if typed in self.empty_values:
            return ""
        try:
            return addresses.normal(typed)
        except addresses.LooksLikeAnother as why:
            raise ValidationError(
                _(
                    "This address has letters in it that look like others. A mail server reads it as "
                    "%(shown)s. If that is yours, please type it like this; if not, type it anew."
                )
                % {"shown": why.shown},
                code="looks-like-another",
            ) from None
        except addresses.NotAnAddress as why:
            raise ValidationError(SENTENCES[type(why)], code="not-an-address") from None


class TypedTwice(forms.TextInput):
    """What was typed, and what had been typed when the form came back: see `partials/email_before.html`."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:  # noqa: ARG002 (Django's)
        return data.get(name), data.get(f"{name}-before")


class NewAddressField(AddressField):
    """Of somebody to whom nobody wrote yet, so that a slip of the finger would never come to light.

    What is one letter away from a domain that most people have comes back once; who sends it again means it.
    """

    widget = TypedTwice

    def bound_data(self, data: Any, initial: Any) -> Any:  # noqa: ARG002 (Django's)
        typed, _before = data
        return typed

    def clean(self, value: Any) -> str:
        typed, before = value
        address = str(super().clean(typed))
        meant = mistyped.meant(address)
        if meant and typed != before:
            words = _("Did you mean %(meant)s? If it is right as you typed it, please press once more.")
            raise ValidationError(words % {"meant": meant}, code="mistyped")
        return address
