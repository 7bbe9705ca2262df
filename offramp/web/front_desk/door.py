"""The door of this room: an organizer with access, and what slipped away meanwhile is said kindly."""

from functools import wraps
from typing import ParamSpec

from django.http import Http404, HttpResponse

from offramp.pairing.conversation import NotYours
from offramp.people.envelopes import NoKey
from offramp.people.keyholders import NoFrontDesk
from offramp.web import told
from offramp.web.doors import MemberRequest, OpenPage, Page, for_front_desk

P = ParamSpec("P")


def at_front_desk(page: Page[P]) -> OpenPage[P]:
    @wraps(page)
    def guarded(request: MemberRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            return page(request, *args, **kwargs)
        except NotYours:  # paired, in the moment after this page looked
            return told.redirect("front-desk", told="not-with-us")
        except NoKey:
            return told.redirect("front-desk", told="no-key")
        except NoFrontDesk:  # access was taken away in that moment; the door says the same
            raise Http404 from None

    return for_front_desk(guarded)
