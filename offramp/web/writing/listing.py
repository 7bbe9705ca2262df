"""All letters by how they stand, and what waits for an organizer below each."""

from collections.abc import Callable
from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from offramp.letters.models import Letter
from offramp.replies import queue
from offramp.signatures import showing
from offramp.web.doors import MemberRequest, for_front_desk
from offramp.web.letters import rows

STATES: dict[str, Callable[[Letter, datetime], bool]] = {
    "drafts": lambda letter, _at: letter.is_draft(),
    "scheduled": lambda letter, at: letter.is_scheduled(at=at) and not letter.is_withdrawn(),
    "public": lambda letter, at: letter.is_public(at=at),
    "withdrawn": lambda letter, _at: letter.is_withdrawn(),
}


@require_safe
@for_front_desk
def show(request: MemberRequest) -> HttpResponse:
    member, now = request.keyholder.member, timezone.now()
    newest_first = Letter.objects.for_organizer(member).order_by("-publication__at", "slug")
    waiting, held = queue.waiting_by_letter(seen_by=member), showing.held_by_letter(seen_by=member)
    all_rows = [(rows.whole(one), waiting.get(one.pk, 0), held.get(one.pk, 0)) for one in newest_first]
    groups = {
        state: [row for row in all_rows if is_so(row[0].letter, now)] for state, is_so in STATES.items()
    }
    return render(request, "writing/listing.html", groups)
