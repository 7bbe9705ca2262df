"""One's own account: who one is here, and everything that can be changed about it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from offramp.advisers import actions as advisers
from offramp.notices.actions import address_of
from offramp.people import second_factor
from offramp.sealed.keys import fingerprint
from offramp.web.account.proof import NumberForm
from offramp.web.doors import MemberRequest, for_staff


@require_safe
@for_staff
def show(request: MemberRequest) -> HttpResponse:
    return page(request, NumberForm())


def page(request: MemberRequest, form: NumberForm, *, status: int = 200) -> HttpResponse:
    """The page; its form asks for the number before a new code is drawn."""
    keyholder = request.keyholder
    context = {
        "form": form,
        "fingerprint": fingerprint(keyholder.keys.public),
        "passkeys": second_factor.passkeys(by=keyholder),
        "address": address_of(keyholder.member),
        "profile": advisers.own(by=keyholder)[0] if keyholder.member.is_adviser else None,
    }
    return render(request, "account/account.html", context, status=status)
