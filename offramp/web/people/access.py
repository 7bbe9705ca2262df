"""The front desk's key for another organizer, once the fingerprint of theirs was compared."""

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from offramp.people import front_desk
from offramp.people.models import Member
from offramp.sealed.keys import fingerprint
from offramp.web.doors import MemberRequest, for_front_desk
from offramp.web.people import people

NOT_ALLOWED = _("Only an organizer who holds the front desk's key can give it, and only to an organizer.")


class ComparedForm(forms.Form):
    compared = forms.BooleanField(
        error_messages={"required": _("Compare the digits first, by a way on which you know each other.")}
    )


@require_http_methods(["GET", "HEAD", "POST"])
@for_front_desk
def show(request: MemberRequest, uuid: UUID) -> HttpResponse:
    giver = request.keyholder.member
    newcomer = get_object_or_404(Member.objects.for_organizer(giver), pk=uuid)
    form = ComparedForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        shown = {
            "form": form,
            "newcomer": newcomer,
            "fingerprint": fingerprint(bytes(newcomer.public_key)),
            "has_access": front_desk.has_access(newcomer),
        }
        return render(request, "people/access.html", shown, status=400 if form.is_bound else 200)
    try:
        front_desk.give_access(by=request.keyholder, to=newcomer, on=timezone.now().date())
    except front_desk.NotAllowed:
        return people.page(request, trouble=NOT_ALLOWED)
    return redirect("people")
