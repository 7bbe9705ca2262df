"""What is left of somebody on the staff whose account ended: a name, and nothing else."""

from django.db import transaction

from offramp.advisers.models import Profile
from offramp.notices.models import Address
from offramp.pairing import advice
from offramp.pairing.models import Question
from offramp.people.models import Departure


@transaction.atomic
def forget() -> int:
    """Addresses, profiles and questions of everybody who left. Says of how many people something was left."""
    gone = Departure.objects.values("member")
    leavings = (Address.objects, Profile.objects)
    people = {pk for left in leavings for pk in left.filter(member__in=gone).values_list("member", flat=True)}
    Address.objects.filter(member__in=gone).delete()
    Profile.objects.filter(member__in=gone).erase()
    asked = Question.objects.filter(adviser__in=gone)
    people |= set(asked.values_list("adviser", flat=True))
    advice.erase(asked)
    return len(people)
