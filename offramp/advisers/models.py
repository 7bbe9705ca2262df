"""An adviser's profile."""

from django.db import models

from offramp.people.models import Member, SealedRow


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
