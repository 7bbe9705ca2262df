"""Whom to ask: every adviser with the reasons, the best first."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from offramp.pairing import cards, ranking, red_lines
from offramp.people.keyholders import FrontDesk
from offramp.people.models import Member, Role
from offramp.web import told
from offramp.web.doors import MemberRequest
from offramp.web.front_desk import opened
from offramp.web.front_desk.door import at_front_desk
from offramp.web.front_desk.reasons import obstacles, reasons


@require_safe
@at_front_desk
def show(request: MemberRequest, uuid: UUID) -> HttpResponse:
    found = opened.one(request, uuid)
    desk = FrontDesk.opened_by(request.keyholder)
    asked = cards.read(card=found.request.card, by=desk)
    ranked = ranking.rank(request=found.request, asked=asked, desk=desk, on=timezone.now().date())
    advisers = Member.objects.for_organizer(request.keyholder.member).filter(role=Role.ADVISER)
    shown = {
        "row": found,
        "card": found.card,
        "must_be_read": red_lines.must_be_read(asked),
        "may_be_asked": [(one, reasons(one, asked)) for one in ranked if one.may_be_asked],
        "others": [(one, obstacles(one)) for one in ranked if not one.may_be_asked],
        "undescribed": advisers.exclude(pk__in=[one.adviser.pk for one in ranked]).order_by("name"),
        "told": told.on(request),
    }
    return render(request, "front_desk/advisers.html", shown)
