"""The link somebody was given: says what it is, and begins when they press the button."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from offramp.people import enrollment, sign_in
from offramp.sealed.codes import Code
from offramp.web.code import pending
from offramp.web.code.pending import Purpose
from offramp.web.errors import NO_ADDRESS


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, link: str) -> HttpResponse:
    """To open it uses nothing up: mail programs and messengers open links too."""
    try:
        invitation = enrollment.invitation_of(link=link, on=timezone.now().date())
    except enrollment.LinkUsedUp:
        return used_up(request)
    if request.method == "POST":
        return _begin(request, link)
    signed_in = sign_in.resume(request.session)
    return render(request, "staff/link.html", {"invitation": invitation, "signed_in": signed_in})


def used_up(request: HttpRequest) -> HttpResponse:
    """Used, withdrawn, too old or never made: nobody is told which."""
    return render(request, "staff/link_used_up.html", NO_ADDRESS, status=404)


def _begin(request: HttpRequest, link: str) -> HttpResponse:
    """Draw the code; somebody who came back for it finds the one they wrote down already."""
    if request.session.get("pending", {}).get("link") != link:
        request.session.flush()
        pending.begin(request.session, Code.draw(), Purpose.ENROLLMENT)
        request.session["pending"]["link"] = link
    return redirect("code")
