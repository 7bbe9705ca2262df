"""The links with which organizers enroll when nobody can invite them: two at first, one when one is lost."""

from collections.abc import Sequence
from datetime import date

from django.conf import settings

from offramp.people import enrollment, front_desk
from offramp.people.enrollment import EnoughOrganizers
from offramp.people.models import FrontDeskKey, Invitation, Member
from offramp.upkeep.refusal import Refused

WHAT_TO_DO = """\
Give each person their own link, by a way that only they read. It works once, until the end of
{last_day:%B %-d} (UTC).
  1. Both open their link, write down the code of eight words they are shown, and add the
     second factor to an app on their phone.
  2. Whoever finished first opens “People”, compares the other's fingerprint with them by telephone
     or face to face, and presses “Give front desk access”.
Until then nobody can ask for help: the page says “not open yet”."""

ONE_MORE = """\
Give it to them by a way that only they read. It works once, until the end of
{last_day:%B %-d} (UTC). That it was made here is in the journal, and all staff are shown it
for thirty days."""

LOST = """\
The front desk's key is left with nobody. The requests that wait for an adviser are lost to the
staff: only their seekers can still open them. Conversations that are paired go on as they are."""

ENOUGH = """\
two organizers can sign in; they invite others on their page “People”. \
If one of them lost their code, add --lost and their name."""


def show(names: Sequence[str], links: Sequence[str], *, on: date) -> None:
    for name, link in zip(names, links, strict=True):
        print(f"{name}:\n    {address(link)}\n")
    print(WHAT_TO_DO.format(last_day=last_day(on)))


def again(name: str, *, lost: Sequence[Member], asks: bool, on: date) -> int:
    staying = front_desk.organizers_with_access().exclude(pk__in=[member.pk for member in lost])
    if FrontDeskKey.objects.exists() and not staying.exists():
        print(LOST)
        if asks and not agreed():
            raise Refused("no link was made, and nobody's access has ended.")
    try:
        link = enrollment.recover(name=name, lost=lost, on=on)
    except EnoughOrganizers:
        raise Refused(ENOUGH) from None
    for member in lost:
        print(f"The account of {member.name} has ended.")
    print(f"{name}:\n    {address(link)}\n")
    print(ONE_MORE.format(last_day=last_day(on)))
    return 0


def organizers(names: Sequence[str]) -> list[Member]:
    """Those who go by these names. Raises Refused for a name of nobody, or of more than one."""
    everybody = list(Member.objects.organizers().order_by("name"))
    called = ", ".join(member.name for member in everybody) or "nobody"
    found = []
    for name in dict.fromkeys(names):
        bearers = [member for member in everybody if member.name == name]
        if len(bearers) != 1:
            raise Refused(f"“{name}” is not the name of exactly one organizer. They are: {called}.")
        found += bearers
    return found


def agreed() -> bool:
    try:
        return input("Type yes to go on: ").strip().lower() == "yes"
    except EOFError:
        return False


def address(link: str) -> str:
    return f"{settings.ORIGIN}/staff/link/{link}/"


def last_day(on: date) -> date:
    return on + Invitation.LASTS - date.resolution
