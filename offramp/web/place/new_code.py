"""A new code, when somebody saw the card: drawn here, in force once two of its words were repeated."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from offramp.sealed.codes import Code
from offramp.web.code import pending
from offramp.web.code.pending import Purpose
from offramp.web.doors import MemberRequest, for_seeker


@require_http_methods(["GET", "HEAD", "POST"])
@for_seeker
def show(request: MemberRequest) -> HttpResponse:
    if request.method != "POST":
        return render(request, "place/new_code.html")
    # A double click must not draw another one behind the page that shows the first.
    if pending.of(request.session) is None:
        pending.begin(request.session, Code.draw(), Purpose.NEW)
    return redirect("code")
