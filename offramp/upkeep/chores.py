"""What a timer does each night writes down that it was done, so that a night without it is seen."""

from datetime import date

from offramp.upkeep.models import Chore


def note(name: str, *, on: date) -> None:
    """Write down that a chore was done to its end."""
    Chore.objects.update_or_create(name=name, defaults={"done_on": on})


def last(name: str) -> date | None:
    """The day on which a chore was last done to its end; None when it never was."""
    return Chore.objects.filter(name=name).values_list("done_on", flat=True).first()


def strike(name: str) -> None:
    """Write down that something is not so any more."""
    Chore.objects.filter(name=name).delete()
