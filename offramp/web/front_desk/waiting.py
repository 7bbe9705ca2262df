"""The list: who waits for us, who waits for somebody else, and what is closed."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from offramp.pairing import front_desk, intake, waiting
from offramp.pairing.models import Request
from offramp.people.keyholders import FrontDesk
from offramp.web import told
from offramp.web.doors import MemberRequest
from offramp.web.front_desk.door import at_front_desk
from offramp.web.front_desk.rows import group

GROUPS = {
    "waiting": waiting.WAITS_FOR_US,
    "elsewhere": waiting.WAITS_FOR_OTHERS,
    "closed": (waiting.State.CLOSED,),
}


@require_safe
@at_front_desk
def show(request: MemberRequest) -> HttpResponse:
    requests = Request.objects.for_front_desk(request.keyholder.member)
    today = timezone.now().date()
    desk = FrontDesk.opened_by(request.keyholder)
    groups = {
        name: group(waiting.oldest(requests=requests, states=states, desk=desk, on=today), on=today)
        for name, states in GROUPS.items()
    }
    at_intake = {
        "pause": front_desk.paused(),
        "is_not_open_yet": intake.state() == intake.Intake.NOT_OPEN_YET,
    }
    return render(request, "front_desk/waiting.html", groups | at_intake | {"told": told.on(request)})
