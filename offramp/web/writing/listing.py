"""All letters by how they stand."""

from collections.abc import Callable
from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from offramp.letters.models import Letter
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
    letters, now = Letter.objects.for_organizer(request.keyholder.member), timezone.now()
    newest_first = [rows.whole(letter) for letter in letters.order_by("-publication__at", "slug")]
    groups = {
        state: [row for row in newest_first if is_so(row.letter, now)] for state, is_so in STATES.items()
    }
    return render(request, "writing/listing.html", groups)
