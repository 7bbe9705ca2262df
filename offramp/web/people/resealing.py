"""After somebody left the front desk: what waits there moves to its new key, a little at a time."""

import time

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from offramp.people import front_desk
from offramp.people.keyholders import Keyholder
from offramp.web.doors import MemberRequest, for_front_desk

LONGEST = 2.0  # seconds of one answer
CHUNK = 50  # envelopes of one transaction


@require_http_methods(["GET", "HEAD", "POST"])
@for_front_desk
def show(request: MemberRequest) -> HttpResponse:
    before = left = front_desk.left_to_reseal().count()
    if request.method == "POST":
        left = reseal(request.keyholder, until=time.monotonic() + LONGEST)
    # Sealed to a key that this organizer was never given.
    is_stuck = request.method == "POST" and 0 < left == before
    return render(request, "people/resealing.html", {"left": left, "is_stuck": is_stuck})


def reseal(by: Keyholder, *, until: float) -> int:
    """Says how many are left when the time is over, or when nothing moves any more."""
    left = front_desk.left_to_reseal().count()
    while left and time.monotonic() < until:
        before, left = left, front_desk.reseal_some(by=by, most=CHUNK)
        if left == before:
            break
    return left
