"""Burn everything, at once and for good."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from offramp.pairing import burning
from offramp.web.doors import MemberRequest, for_seeker
from offramp.web.errors import NO_ADDRESS
from offramp.web.forgetting import forget
from offramp.web.place.mine import case_of


class BurningForm(forms.Form):
    """One tick, so that no slip of a finger burns anything."""

    sure = forms.BooleanField(error_messages={"required": _("Please tick the box if you are sure.")})


@require_http_methods(["GET", "HEAD", "POST"])
@for_seeker
def show(request: MemberRequest) -> HttpResponse:
    form = BurningForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return render(request, "place/burning.html", {"form": form, "is_at_once": burning.is_at_once()})
    case = case_of(request)
    # The session first: what deletes it comes before the engine is told to let go of deleted rows.
    request.session.flush()
    is_gone = burning.burn_now(request=case)
    return forget(render(request, "place/burned.html", NO_ADDRESS | {"is_gone": is_gone}))
