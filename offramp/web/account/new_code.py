"""A new code of one's own: drawn here, and in force once two of its words were confirmed."""

from django.http import HttpResponse
from django.shortcuts import redirect

from offramp.sealed.codes import Code
from offramp.web.code import pending
from offramp.web.code.pending import Purpose
from offramp.web.doors import MemberRequest, for_staff, posted_from


@posted_from("account")
@for_staff
def draw(request: MemberRequest) -> HttpResponse:
    """A second press shows the words that may have been written down already."""
    waiting = pending.of(request.session)
    if waiting is None or not waiting.is_new:
        pending.begin(request.session, Code.draw(), Purpose.NEW)
    return redirect("code")
