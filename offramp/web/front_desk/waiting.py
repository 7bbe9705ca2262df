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
from offramp.web.front_desk.rows import row


@require_safe
@at_front_desk
def show(request: MemberRequest) -> HttpResponse:
    requests = Request.objects.for_front_desk(request.keyholder.member).filter(sweep=None)
    today = timezone.now().date()
    desk = FrontDesk.opened_by(request.keyholder)
    found = waiting.at_front_desk(requests=requests, desk=desk, on=today)
    rows = {
        "waiting": [row(one, on=today) for one in found if one.state.waits_for_us],
        "elsewhere": [row(one, on=today) for one in found if one.state.waits_for_others],
        "closed": [row(one, on=today) for one in found if one.state == waiting.State.CLOSED],
    }
    at_intake = {
        "pause": front_desk.paused(),
        "is_not_open_yet": intake.state() == intake.Intake.NOT_OPEN_YET,
    }
    return render(request, "front_desk/waiting.html", rows | at_intake | {"told": told.on(request)})
