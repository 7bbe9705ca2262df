"""A new code of one's own: drawn here for the number, in force once two of its words were confirmed."""

from django.http import HttpResponse
from django.shortcuts import redirect

from offramp.sealed.codes import Code
from offramp.web.account import account
from offramp.web.account.proof import NumberForm, is_proved
from offramp.web.code import pending
from offramp.web.code.pending import Purpose
from offramp.web.doors import MemberRequest, for_staff, posted_from


@posted_from("account")
@for_staff
def draw(request: MemberRequest) -> HttpResponse:
    """A second press shows the words that may have been written down already."""
    waiting = pending.of(request.session)
    if waiting is None or not waiting.is_new:
        form = NumberForm(request.POST)
        if not is_proved(request, form):
            return account.page(request, form, status=400)
        pending.begin(request.session, Code.draw(), Purpose.NEW)
    return redirect("code")
