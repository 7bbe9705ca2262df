"""An adviser's profile."""

from django.db import models

from offramp.people.models import Envelope, Member, SealedRow


class ProfileQuerySet(models.QuerySet["Profile"]):
    def erase(self) -> None:
        """Envelopes first, as everywhere."""
        Envelope.objects.filter(
            kind=Profile.KIND, object_id__in=list(self.values_list("pk", flat=True))
        ).delete()
        self.delete()


class Profile(SealedRow):
    """Capacity and a pause are readable; skills, region and facts are sealed to adviser and front desk."""

    KIND = "profile"

    CLASSIFIED = {
        "id": ("clear", "erased"),
        "member": ("clear", "erased"),
        "capacity": ("clear", "erased"),
        "is_away": ("clear", "erased"),
        "sealed": ("sealed", "erased"),
    }

    member = models.OneToOneField(Member, on_delete=models.CASCADE, related_name="profile")
    capacity = models.PositiveSmallIntegerField(default=3)
    is_away = models.BooleanField(default=False)

    objects = ProfileQuerySet.as_manager()
