"""How long everything is kept after a visit."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from offramp import campaigns
from offramp.pairing import retention
from offramp.web import told
from offramp.web.doors import MemberRequest, for_seeker
from offramp.web.place.mine import case_of

WRONG = ("required", "invalid_choice")


class StayForm(forms.Form):
    """One of the campaign's lengths, in days."""

    days = forms.TypedChoiceField(
        coerce=int, error_messages=dict.fromkeys(WRONG, _("Please choose a length."))
    )

    def __init__(self, *args: Any, lengths: tuple[int, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["days"] = forms.TypedChoiceField(
            coerce=int,
            choices=[(days, "") for days in lengths],
            error_messages=dict.fromkeys(WRONG, _("Please choose a length.")),
        )


@require_http_methods(["GET", "HEAD", "POST"])
@for_seeker
def show(request: MemberRequest) -> HttpResponse:
    case, lengths = case_of(request), campaigns.current().retention_choices
    form = StayForm(request.POST if request.method == "POST" else None, lengths=lengths)
    if form.is_valid():
        chosen, today = form.cleaned_data["days"], timezone.now().date()
        retention.choose(by=request.keyholder, request=case, days=chosen, on=today)
        return told.redirect("place", told="stay-chosen")
    kept_for = retention.days(by=request.keyholder, request=case)
    return render(
        request, "place/stay.html", {"form": form, "case": case, "lengths": lengths, "kept_for": kept_for}
    )
