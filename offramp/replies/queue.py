"""Replies as organizers look through them: what waits, what was reported, what is shown, what was refused."""

from uuid import UUID

from django.db import models
from django.db.models import Count, Exists, ExpressionWrapper, OuterRef, Prefetch, Q
from django.db.models.expressions import OrderBy

from offramp.letters.models import Letter
from offramp.people.models import Member
from offramp.replies import marks
from offramp.replies.models import Decision, Reply, Report

Standing = Reply.Standing
Replies = models.QuerySet[Reply]


class Pile(models.TextChoices):
    WAITING = "waiting"
    REPORTED = "reported"
    SHOWN = "shown"
    REFUSED = "refused"


OPEN_REPORTS = Report.objects.filter(decision=None)
IS_REPORTED = Q(standing=Standing.SHOWN) & Q(Exists(OPEN_REPORTS.filter(reply=OuterRef("pk"))))
# It may harm somebody. Links alone do not: advertisers with links would push aside what does.
IS_PRESSING = ~Q(marks__in=("", marks.LINKS))
# Of what waits, what may harm somebody comes first, then who waits longest; of what was decided, the newest.
PILES: dict[Pile, tuple[Q, tuple[OrderBy | str, ...]]] = {
    Pile.WAITING: (
        Q(standing=Standing.WAITING),
        (ExpressionWrapper(IS_PRESSING, models.BooleanField()).desc(), "at", "pk"),
    ),
    Pile.REPORTED: (IS_REPORTED, ("at", "pk")),
    Pile.SHOWN: (Q(standing=Standing.SHOWN), ("-at", "pk")),
    Pile.REFUSED: (Q(standing=Standing.REFUSED), ("-at", "pk")),
}


def everything(*, seen_by: Member) -> Replies:
    """With all that a page says of each; `open_reports` are those that nobody looked at since."""
    replies = (
        _kept()
        .select_related("letter", "to", "towards")
        .prefetch_related(
            "letter__texts",
            Prefetch("reports", OPEN_REPORTS.order_by("pk"), to_attr="open_reports"),
            Prefetch("decisions", Decision.objects.select_related("by").order_by("-number")),
        )
    )
    return replies if seen_by.is_organizer else replies.none()


def of(*, seen_by: Member, pile: Pile, letter: Letter | None = None) -> Replies:
    belongs, order = PILES[pile]
    found = everything(seen_by=seen_by).filter(belongs).order_by(*order)
    return found.filter(letter=letter) if letter else found


def campaign_answers(reply: Reply, *, seen_by: Member) -> Replies:
    """What organizers said to it."""
    to_it = Q(towards=reply) | Q(to=reply, towards=None)
    return everything(seen_by=seen_by).filter(to_it, email="").order_by("at", "pk")


def counts(*, seen_by: Member, letter: Letter | None = None) -> dict[str, int]:
    """How many lie in each pile."""
    if not seen_by.is_organizer:
        return dict.fromkeys(Pile.values, 0)
    replies = _kept().filter(letter=letter) if letter else _kept()
    by_standing = dict(replies.values_list("standing").annotate(Count("pk")))
    reported = replies.filter(IS_REPORTED).count()
    return {pile: by_standing.get(pile, 0) for pile in Pile.values} | {Pile.REPORTED.value: reported}


def waiting_by_letter(*, seen_by: Member) -> dict[UUID, int]:
    """How many nobody decided yet, of each letter that has some."""
    waiting = _kept().filter(standing=Standing.WAITING) if seen_by.is_organizer else Reply.objects.none()
    return dict(waiting.values_list("letter").annotate(Count("pk")))


def answered_letters(*, seen_by: Member) -> models.QuerySet[Letter]:
    """Those to choose from."""
    letters = Letter.objects.for_organizer(seen_by)
    return letters.filter(pk__in=_kept().values("letter")).order_by("-publication__at", "slug")


def _kept() -> Replies:
    """Where somebody took a reply back that others had answered, nothing is left to decide."""
    return Reply.objects.exclude(text="")
