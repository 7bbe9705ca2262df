"""A letter, or a month of letters, on its way to many addresses."""

import uuid
from functools import cached_property

from django.db import models
from django.db.models import Exists, OuterRef, Q

from offramp.letters.models import Letter
from offramp.people.models import Member
from offramp.subscribers.models.subscriber import Subscriber

# From so many of one mailing on, of a short list or of any, servers refuse us and not the addresses.
MOST_GONE, MOST_GONE_OF = 20, 10


class MailingQuerySet(models.QuerySet["Mailing"]):
    def for_organizer(self, member: Member) -> "MailingQuerySet":
        known = self.select_related("letter__publication__withdrawal", "by")
        return known if member.is_organizer else self.none()

    def unfinished(self) -> "MailingQuerySet":
        """Somebody still waits for it; those that stand stopped are among them."""
        waits = Exists(Delivery.objects.filter(mailing=OuterRef("pk")))
        return self.filter(Q(begun_on=None) | waits)

    def going(self) -> "MailingQuerySet":
        return self.unfinished().filter(stopped_on=None)


class Mailing(models.Model):
    """Asked for by an organizer; it begins once its letter is public, for those who are there by then."""

    CLASSIFIED = {
        "id": ("clear", "kept"),
        "letter": ("clear", "kept"),
        "month": ("clear", "kept"),
        "by": ("clear", "kept"),
        "asked_on": ("clear", "kept"),
        "begun_on": ("clear", "kept"),
        "stopped_on": ("clear", "kept"),
        "total": ("clear", "kept"),
        "given_up": ("clear", "kept"),
        "came_back": ("clear", "kept"),
        "ended": ("clear", "kept"),
    }

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # Either a letter to those who want each, or a month (its first day) to those who want one mail a month.
    letter = models.OneToOneField(Letter, on_delete=models.CASCADE, null=True, related_name="mailing")
    month = models.DateField(null=True, unique=True)
    by = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True, related_name="+")
    asked_on = models.DateField()
    begun_on = models.DateField(null=True)  # its deliveries are there
    stopped_on = models.DateField(null=True)  # by an organizer, a withdrawal or a restored backup; may go on
    total = models.PositiveIntegerField(default=0)
    given_up = models.PositiveIntegerField(default=0)  # refused for good, or tried for days
    came_back = models.PositiveIntegerField(default=0)  # because their address is gone
    ended = models.PositiveIntegerField(default=0)  # and so had an earlier one: they get no more

    objects = MailingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(letter=None) ^ Q(month=None), name="mailing_letter_or_month")
        ]

    @cached_property
    def waiting(self) -> int:
        return self.deliveries.count()

    @property
    def done(self) -> int:
        return self.total - self.waiting - self.given_up

    @property
    def is_over(self) -> bool:
        return self.begun_on is not None and not self.waiting

    @property
    def may_go_on(self) -> bool:
        return self.stopped_on is not None and not (self.letter and self.letter.is_withdrawn())

    @property
    def is_about_us(self) -> bool:
        """Servers refuse us, not the addresses."""
        return self.came_back >= max(MOST_GONE, self.total // MOST_GONE_OF)


class Delivery(models.Model):
    """One mail that is still to go; a row that is gone was served, so nobody is served twice or left out."""

    CLASSIFIED = {
        "id": ("clear", "erased"),
        "mailing": ("clear", "erased"),
        "subscriber": ("clear", "erased"),
        "tries": ("clear", "erased"),
        "not_before": ("clear", "erased"),
        "is_leaving": ("clear", "erased"),
    }

    id = models.BigAutoField(primary_key=True)
    mailing = models.ForeignKey(Mailing, on_delete=models.CASCADE, related_name="deliveries")
    subscriber = models.ForeignKey(Subscriber, on_delete=models.CASCADE, related_name="deliveries")
    tries = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateTimeField(null=True)
    # Written just before the last byte goes out: after a crash these alone are in doubt.
    is_leaving = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["mailing", "subscriber"], name="delivery_once_each")]
