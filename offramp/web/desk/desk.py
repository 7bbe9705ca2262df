"""The desk: what waits for the seeker first, the next useful step in one sentence, then all they have."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from offramp.documents import desks, private
from offramp.documents.desks import Listed
from offramp.documents.places import Content
from offramp.pairing import standing
from offramp.people.models import Member
from offramp.web import kept, told
from offramp.web.desk import labels, next_step
from offramp.web.desk.next_step import Unfinished
from offramp.web.desk.resume import told_apart
from offramp.web.doors import MemberRequest, for_seeker
from offramp.web.place.mine import case_of
from offramp.web.place.thread import in_words


@dataclass(frozen=True)
class Row:
    """One document, as it lies there."""

    listed: Listed
    name: str
    hint: str  # what tells it from its neighbors
    left: bool  # it was brought, and not all of it was looked at
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
    listed = desks.read(by=request.keyholder)
    resumes = told_apart.contents(by=request.keyholder, listed=listed)
    unfinished = _unfinished(request, listed, resumes)
    rows = _rows(listed, told_apart.hints(listed, resumes), unfinished)
    content = {
        "told": told.on(request),
        "has_kept": kept.waits(request, within=reverse("desk")),
        "step": next_step.of(listed, unfinished, lambda: standing.of(request=case_of(request))),
        "waiting": [row for row in rows if row.listed.waits],
        "rooms": list(rooms(rows)),
    }
    return render(request, "desk/desk.html", content)


def rooms(rows: list[Row]) -> Iterable[Room]:
    for kind, name in labels.ROOMS.items():
        if of_kind := [row for row in rows if row.listed.kind == kind]:
            yield Room(name, of_kind)


def _unfinished(request: MemberRequest, listed: list[Listed], resumes: dict[UUID, Content]) -> Unfinished:
    kept_back = private.read(by=request.keyholder)
    return Unfinished(
        left=frozenset(one.document.pk for one in listed if kept_back.left(one.document.pk)),
        jobless=frozenset(pk for pk, content in resumes.items() if not content["work"]),
    )


def _rows(listed: list[Listed], hints: dict[UUID, list[str]], unfinished: Unfinished) -> list[Row]:
    today = timezone.now().date()
    return [
        row(
            one,
            [*hints.get(one.document.pk, []), in_words(one.day, today)],
            left=one.document.pk in unfinished.left,
        )
        for one in listed
    ]


def row(listed: Listed, hints: list[str], *, left: bool) -> Row:
    # A hundred rows, and templates look up an address or a sentence slowly.
    return Row(
        listed,
        labels.name(listed.title, listed.kind),
        " · ".join(hints),
        left,
        f"{reverse('desk')}{listed.document.pk}/",
        who_opens(listed.document.reader),
    )


def who_opens(reader: Member | None) -> str:
    if reader is None:
        return _("Only you can open this.")
    return _("%(name)s can open this too.") % {"name": reader.name}
