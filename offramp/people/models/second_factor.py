"""The second factor of a staff member: the number's secret and the passkeys, sealed to them alone."""

from django.db import models

from offramp.people.models.member import Member
from offramp.people.models.sealed_row import SealedRow


class SecondFactor(SealedRow):
    """Only how often it failed is readable; the secret, the last step and the passkeys are not."""

    KIND = "second-factor"
    # An eight-word code was right each time this rose, so a low bound shuts out a thief, not a stranger.
    MOST_FAILURES = 10

    CLASSIFIED = {
        "id": ("clear", "erased"),
        "member": ("clear", "erased"),
        "failures": ("clear", "erased"),
        "sealed": ("sealed", "erased"),
    }

    member = models.OneToOneField(Member, on_delete=models.CASCADE, related_name="second_factor")
    failures = models.PositiveSmallIntegerField(default=0)

    @property
    def is_locked(self) -> bool:
        return self.failures >= self.MOST_FAILURES
