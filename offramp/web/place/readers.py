"""The adviser has new keys: the seeker says whether they read on, and from where."""

from contextlib import suppress

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from offramp.pairing import standing, successors
from offramp.pairing.conversation import NotYours
from offramp.web.doors import MemberRequest, for_seeker
from offramp.web.place.mine import case_of


class ReadersForm(forms.Form):
    """How much the adviser's new keys shall open."""

    read = forms.ChoiceField(
        choices=[("today", ""), ("everything", "")],
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Please choose one of the two.")),
    )

    @property
    def is_everything(self) -> bool:
        return bool(self.cleaned_data["read"] == "everything")


@require_http_methods(["GET", "HEAD", "POST"])
@for_seeker
def show(request: MemberRequest) -> HttpResponse:
    state = standing.of(request=case_of(request))
    if state.pairing is None or not state.successor:
        return redirect("place")
    form = ReadersForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return render(request, "place/readers.html", {"form": form, "standing": state})
    with suppress(NotYours):  # answered in another window: the place says how things stand
        successors.keep(by=request.keyholder, pairing=state.pairing, everything=form.is_everything)
    return redirect("place")
