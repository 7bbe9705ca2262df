"""One request: its card, what was said with the front desk, and what can be done."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from offramp import campaigns
from offramp.pairing import conversation, waiting
from offramp.pairing.models import Request
from offramp.people.envelopes import NoKey
from offramp.people.keyholders import FrontDesk
from offramp.threads.models import Author
from offramp.web import told
from offramp.web.doors import MemberRequest
from offramp.web.front_desk import ready
from offramp.web.front_desk.door import at_front_desk
from offramp.web.front_desk.rows import Row, row
from offramp.web.thread_lines import thread_lines


@require_safe
@at_front_desk
def show(request: MemberRequest, uuid: UUID) -> HttpResponse:
    found = one(request, uuid)
    if found.is_new:  # opening it is an act of its own: from then on the seeker is told that we look
        return redirect("front-desk")
    return page(request, found, ready.first_words(request, ready.starters()))


def page(request: MemberRequest, found: Row, writing: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """The page, with an answer being written."""
    desk = FrontDesk.opened_by(request.keyholder)
    said = conversation.read_as_front_desk(by=desk, request=found.request)
    nickname = found.card.nickname if found.card else ""
    names: dict[str, str] = {Author.SEEKER: nickname, Author.FRONT_DESK: _("Front desk")}
    shown = {
        "row": found,
        "card": found.card,
        "lines": thread_lines(said, mine=Author.FRONT_DESK, names=names),
        "note": campaigns.current().page("crisis-note", get_language() or "en"),
        "told": told.on(request),
    }
    return render(request, "front_desk/opened.html", shown | writing, status=status)


def one(request: MemberRequest, uuid: UUID) -> Row:
    """The request at this address, opened. Raises Http404, NoKey."""
    requests = Request.objects.for_front_desk(request.keyholder.member).filter(uuid=uuid)
    today = timezone.now().date()
    desk = FrontDesk.opened_by(request.keyholder)
    found = [row(one, on=today) for one in waiting.at_front_desk(requests=requests, desk=desk, on=today)]
    if not found:
        raise Http404
    if found[0].card is None:
        raise NoKey
    return found[0]
