"""Everybody who said yes, as a file; the journal says who took it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from offramp.subscribers import lists
from offramp.web.doors import MemberRequest, for_front_desk

NAME = "subscribers.csv"


@require_http_methods(["GET", "HEAD", "POST"])
@for_front_desk
def show(request: MemberRequest) -> HttpResponse:
    if request.method != "POST":
        return render(request, "subscribers/export.html", {"counts": lists.counts()})
    written = lists.take_out(by=request.keyholder.member.pk, on=timezone.now().date())
    file = HttpResponse(written, content_type="text/csv; charset=utf-8")
    file["Content-Disposition"] = f'attachment; filename="{NAME}"'
    return file
