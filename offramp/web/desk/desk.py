"""The desk: what waits for the seeker first, the next useful step in one sentence, then all they have."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from offramp.documents import desks
from offramp.documents.desks import Listed
from offramp.pairing import standing
from offramp.people.models import Member
from offramp.web import kept, told
from offramp.web.desk import labels, next_step
from offramp.web.doors import MemberRequest, for_seeker
from offramp.web.place.mine import case_of
from offramp.web.place.thread import in_words


@dataclass(frozen=True)
class Row:
    """One document, as it lies there."""

    listed: Listed
    name: str
    day: str
    address: str
    who_opens: str


@dataclass(frozen=True)
class Room:
    """All documents of one kind."""

    name: Promise
    rows: list[Row]


@require_safe
@for_seeker
def show(request: MemberRequest) -> HttpResponse:
    listed, today = desks.read(by=request.keyholder), timezone.now().date()
    content = {
        "told": told.on(request),
        "has_kept": kept.waits(request, within=reverse("desk")),
        "step": next_step.of(listed, lambda: standing.of(request=case_of(request))),
        "waiting": [row(one, today) for one in listed if one.waits],
        "rooms": list(rooms(listed, today)),
    }
    return render(request, "desk/desk.html", content)


def rooms(listed: list[Listed], today: date) -> Iterable[Room]:
    for kind, name in labels.ROOMS.items():
        rows = [row(one, today) for one in listed if one.kind == kind]
        if rows:
            yield Room(name, rows)


def row(listed: Listed, today: date) -> Row:
    # A hundred rows, and templates look up an address or a sentence slowly.
    return Row(
        listed,
        labels.name(listed.title, listed.kind),
        in_words(listed.day, today),
        f"{reverse('desk')}{listed.document.pk}/",
        who_opens(listed.document.reader),
    )


def who_opens(reader: Member | None) -> str:
    if reader is None:
        return _("Only you can open this.")
    return _("%(name)s can open this too.") % {"name": reader.name}
