"""A request: one seeker's case, and the card that tells what would help."""

import uuid

from django.db import models
from django.db.models import Exists, OuterRef

from offramp.people.models import Envelope, Member, SealedRow
from offramp.threads.models import Thread


class RequestQuerySet(models.QuerySet["Request"]):
    def for_seeker(self, member: Member) -> "RequestQuerySet":
        """A seeker's own, with everything their page asks of it."""
        return self.filter(seeker=member).select_related("seeker", "thread", "card", "closing", "sweep")

    def for_front_desk(self, member: Member) -> "RequestQuerySet":
        """What an organizer may open: nobody is paired, and the card is sealed to the front desk."""
        if not member.is_organizer:
            return self.none()
        to_desk = Envelope.objects.filter(
            kind=Card.KIND, object_id=OuterRef("card__pk"), front_desk__isnull=False
        )
        return self.filter(Exists(to_desk)).exclude(pairings__ending="")

    def for_front_desk_waiting(self, member: Member) -> "RequestQuerySet":
        return self.for_front_desk(member).filter(closing=None, sweep=None)


class Request(models.Model):
    """One case. It has one date, the day it burns; everything that tells of a person is sealed."""

    CLASSIFIED = {
        "number": ("clear", "erased"),
        "uuid": ("clear", "erased"),
        "seeker": ("clear", "erased"),
        "thread": ("clear", "erased"),
        "is_confirmed": ("clear", "erased"),
        "is_read": ("clear", "erased"),
        "burns_on": ("clear", "erased"),
    }

    number = models.BigAutoField(primary_key=True)  # the order in which they came, without a time
    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    seeker = models.OneToOneField(Member, on_delete=models.CASCADE, related_name="request")
    thread = models.OneToOneField(Thread, on_delete=models.CASCADE, related_name="request")
    is_confirmed = models.BooleanField(default=False)  # two words of the code were repeated to us
    is_read = models.BooleanField(default=False)  # an organizer opened it
    burns_on = models.DateField()

    objects = RequestQuerySet.as_manager()

    @property
    def is_closed(self) -> bool:
        return hasattr(self, "closing")

    @property
    def is_swept(self) -> bool:
        return hasattr(self, "sweep")

    def is_with_front_desk(self) -> bool:
        """Whether organizers can open the card; when nobody can, the seeker has to say how to go on."""
        return Envelope.objects.filter(
            kind=Card.KIND, object_id=self.card.pk, front_desk__isnull=False
        ).exists()


class Card(SealedRow):
    """What would help, sealed; replaced as a whole, with a fresh key, when somebody must stop reading it."""

    KIND = "card"

    CLASSIFIED = {"id": ("clear", "erased"), "request": ("clear", "erased"), "sealed": ("sealed", "erased")}

    request = models.OneToOneField(Request, on_delete=models.CASCADE, related_name="card")


class Retention(SealedRow):
    """How long a seeker wants to be kept after a visit; sealed to them, only its effect is a date."""

    KIND = "retention"

    CLASSIFIED = {"id": ("clear", "erased"), "request": ("clear", "erased"), "sealed": ("sealed", "erased")}

    request = models.OneToOneField(Request, on_delete=models.CASCADE, related_name="retention")


class Closing(models.Model):
    """The front desk cannot help; why stands in its last message, sealed."""

    CLASSIFIED = {"request": ("clear", "erased"), "by": ("clear", "erased")}

    request = models.OneToOneField(
        Request, on_delete=models.CASCADE, primary_key=True, related_name="closing"
    )
    by = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True, related_name="+")


class Sweep(models.Model):
    """Junk, on its way out; can be undone until the day after."""

    CLASSIFIED = {"request": ("clear", "erased"), "by": ("clear", "erased"), "on": ("clear", "erased")}

    request = models.OneToOneField(Request, on_delete=models.CASCADE, primary_key=True, related_name="sweep")
    by = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True, related_name="+")
    on = models.DateField()
