"""The adviser would pass on: the seeker reads the summary first, and decides."""

from contextlib import suppress
from typing import Protocol

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from offramp.pairing import endings, handovers
from offramp.pairing.conversation import NotYours
from offramp.pairing.models import Handover
from offramp.people.keyholders import Keyholder
from offramp.web.doors import MemberRequest, for_seeker, posted_from
from offramp.web.place.mine import case_of


@require_safe
@for_seeker
def show(request: MemberRequest) -> HttpResponse:
    handover = handovers.waiting(request=case_of(request))
    if handover is None:
        return redirect("place")
    summary = handovers.read(by=request.keyholder, handover=handover)
    return render(request, "place/handover.html", {"handover": handover, "summary": summary})


@posted_from("place-handover")
@for_seeker
def approve(request: MemberRequest) -> HttpResponse:
    return answer(request, endings.hand_over)


@posted_from("place-handover")
@for_seeker
def refuse(request: MemberRequest) -> HttpResponse:
    return answer(request, handovers.refuse)


class Answer(Protocol):
    def __call__(self, *, by: Keyholder, handover: Handover) -> None: ...


def answer(request: MemberRequest, give: Answer) -> HttpResponse:
    """What was answered or lapsed in the meantime is answered: the place says how things stand."""
    handover = handovers.waiting(request=case_of(request))
    if handover is not None:
        with suppress(NotYours):
            give(by=request.keyholder, handover=handover)
    return redirect("place")
