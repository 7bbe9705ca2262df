"""The number once more, before what could lock the owner of an open page out of their own account."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from offramp.people import sign_in
from offramp.people.second_factor import Number
from offramp.web.doors import MemberRequest

WRONG = _(
    "That is not the number your app shows now, or it was used before. Wait for the next one. "
    "After many wrong numbers only another organizer can help."
)


class NumberForm(forms.Form):
    number = forms.CharField(
        max_length=20, error_messages={"required": _("Type the six digits that your app shows now.")}
    )


def is_proved(request: MemberRequest, form: NumberForm) -> bool:
    """Whether the form is right and its number too. Call it last: it uses the number up."""
    if not form.is_valid():
        return False
    try:
        sign_in.prove(request.keyholder, proof=Number(form.cleaned_data["number"]), at=timezone.now())
    except sign_in.NotKnown:
        form.add_error("number", WRONG)
        return False
    return True
