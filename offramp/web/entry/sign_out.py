"""Signing out: the visit ends here and the browser forgets it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from offramp.web.errors import NO_ADDRESS
from offramp.web.forgetting import forget


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """Ask on GET, so that no link or picture of another site can sign anybody out."""
    if request.method != "POST":
        return render(request, "return/sign_out.html")
    request.session.flush()
    return forget(render(request, "return/signed_out.html", NO_ADDRESS))
