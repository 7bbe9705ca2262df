"""Numbers as an app shows them over a longer visit than a test has time for."""

from offramp.people.models import SecondFactor
from tests.cast import Person


def later_number(person: Person) -> str:
    """What their app shows once every number so far is long past."""
    factor = SecondFactor.objects.get(member=person.member)
    key = person.keyholder.key(SecondFactor.KIND, factor.pk)
    factor.write({**factor.read(key=key), "step": 0}, key=key)
    factor.save()
    return person.number()


def failures(person: Person) -> int:
    return SecondFactor.objects.get(member=person.member).failures
