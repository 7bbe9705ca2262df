"""The door of this room: an adviser; a pairing that ended in the meantime is said kindly."""

from functools import wraps
from typing import ParamSpec

from django.http import HttpResponse

from offramp.pairing.conversation import NotYours
from offramp.people.envelopes import NoKey
from offramp.web import told
from offramp.web.doors import MemberRequest, OpenPage, Page, for_adviser

P = ParamSpec("P")


def at_caseload(page: Page[P]) -> OpenPage[P]:
    @wraps(page)
    def guarded(request: MemberRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            return page(request, *args, **kwargs)
        except (NotYours, NoKey):  # ended, in the moment after this page looked
            return told.redirect("caseload", told="not-yours")

    return for_adviser(guarded)
