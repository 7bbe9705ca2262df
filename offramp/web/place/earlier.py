"""What came before: a new adviser reads it only when the seeker says so."""

from contextlib import suppress

from django.http import HttpResponse
from django.shortcuts import redirect

from offramp.pairing import standing, successors
from offramp.pairing.conversation import NotYours
from offramp.web.doors import MemberRequest, for_seeker, posted_from
from offramp.web.place.mine import case_of


@posted_from("place")
@for_seeker
def open_up(request: MemberRequest) -> HttpResponse:
    state = standing.of(request=case_of(request))
    if state.pairing and state.may_open_earlier:
        with suppress(NotYours):  # the adviser left in this very moment
            successors.let_read_earlier(by=request.keyholder, pairing=state.pairing)
    return redirect("place")
