"""The caseload: what was offered, then who waits for an answer, then everybody else."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from offramp.advisers import actions as advisers
from offramp.advisers.actions import About
from offramp.pairing import waiting
from offramp.web import told
from offramp.web.card_words import card_words
from offramp.web.caseload.door import at_caseload
from offramp.web.doors import MemberRequest


@require_safe
@at_caseload
def show(request: MemberRequest) -> HttpResponse:
    today = timezone.now().date()
    profile, about = advisers.own(by=request.keyholder)
    offered = waiting.offered(by=request.keyholder, on=today)
    people = waiting.in_caseload(by=request.keyholder)
    shown = {
        "offers": [(offer, card_words(asked), offer.days_left(on=today)) for offer, asked in offered],
        "people": [(one, card_words(one.asked)) for one in people],
        "profile": profile,
        "is_undescribed": about == About(),
        "told": told.on(request),
    }
    return render(request, "caseload/people.html", shown)
