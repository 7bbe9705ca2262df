"""How many get the letters by mail. Nobody is listed: who looks for one of them knows the address."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from offramp.subscribers import lists
from offramp.subscribers.models import Mailing
from offramp.web import told
from offramp.web.doors import MemberRequest, for_front_desk


@require_safe
@for_front_desk
def show(request: MemberRequest) -> HttpResponse:
    return page(request, {"told": told.on(request)})


def page(request: MemberRequest, more: dict[str, Any], *, status: int = 200) -> HttpResponse:
    months = Mailing.objects.for_organizer(request.keyholder.member).unfinished().exclude(month=None)
    content = {"counts": lists.counts(), "months": months.order_by("month")}
    return render(request, "subscribers/listing.html", content | more, status=status)
