"""The journal as organizers read it: who did what on which day, with the names of those on the staff."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import QuerySet

from offramp.journal.models import Entry
from offramp.people.models import Invitation, Member
from offramp.people.models.member import STAFF

TOLD = timedelta(days=30)  # how long everybody on the staff is told of a link from the console


@dataclass(frozen=True)
class Act:
    """One entry; a name is empty where there is none to tell: the console's, or a case's."""

    kind: Entry.Kind
    by: str
    about: str
    on: date


def entries(*, seen_by: Member) -> QuerySet[Entry]:
    """The newest first; none for anybody but an organizer."""
    return Entry.objects.order_by("-number") if seen_by.is_organizer else Entry.objects.none()


def told(some: Iterable[Entry]) -> list[Act]:
    """Entries with the names of those they are about."""
    names = _names()
    return [
        Act(
            kind=Entry.Kind(entry.kind),
            by=names.get(entry.actor_id, ""),
            about=names.get(entry.subject_id, ""),
            on=entry.on,
        )
        for entry in some
    ]


def recovery_links(*, today: date) -> list[date]:
    """The days on which the console made a link because too few organizers could sign in."""
    links = Entry.objects.filter(kind=Entry.Kind.RECOVERY_LINK, on__gt=today - TOLD)
    return list(links.order_by("on").values_list("on", flat=True).distinct())


def _names() -> dict[UUID | None, str]:
    staff = Member.objects.filter(role__in=STAFF).values_list("pk", "name")
    invited = Invitation.objects.values_list("pk", "name")
    return {**dict(invited), **dict(staff)}
