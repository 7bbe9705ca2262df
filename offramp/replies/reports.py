"""Readers say that a reply should be looked at again; it stays where it is until an organizer did."""

from datetime import date, timedelta

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from offramp.replies.models import Reply, Report

# While so many wait for an organizer, one more tells them nothing new.
MOST_OF_ONE = 20
# Once an organizer looked again, the others can still read why for so many days.
KEPT_FOR = timedelta(days=30)


class Why(models.TextChoices):
    THREAT = "threat", _("It threatens or insults somebody")
    PERSONAL = "personal", _("It says who somebody is, where they live, or how to reach them")
    SPAM = "spam", _("It is advertising")
    OTHER = "other", _("Something else")


@transaction.atomic
def report(*, reply: Reply, why: Why, text: str, on: date) -> None:
    """The same words a second time, from a second press of the button, are one; of what is gone, none."""
    held = Reply.objects.select_for_update().filter(pk=reply.pk).exclude(text="").first()
    if held is None:
        return
    said, unread = {"reason": why, "text": text, "on": on}, held.reports.filter(decision=None)
    if unread.count() < MOST_OF_ONE and not unread.filter(**said).exists():
        Report.objects.create(reply=held, **said)


def erase_old(*, on: date) -> int:
    """Forget what was said against a reply and is settled; says how many were forgotten."""
    erased, _by_kind = Report.objects.filter(decision__on__lt=on - KEPT_FOR).delete()
    return erased
