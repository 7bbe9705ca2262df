"""A change of role waits until the person holds nobody's conversation."""

from datetime import date

from django.db import transaction

from offramp.advisers.models import Profile
from offramp.pairing.models import Offer, Pairing
from offramp.people import front_desk, roles
from offramp.people.models import Member, RoleChange


class HoldsConversations(Exception):
    """An adviser who is paired, or was asked, cannot become an organizer yet."""


@transaction.atomic
def approve(*, change: RoleChange, by: Member, on: date) -> None:
    """Raises HoldsConversations, and what people.roles.approve raises."""
    front_desk.lock()
    member = Member.objects.select_for_update().get(pk=change.member_id)
    if Pairing.objects.for_adviser(member).exists() or Offer.objects.live().filter(adviser=member).exists():
        raise HoldsConversations
    roles.approve(change=change, by=by, on=on)
    Profile.objects.filter(member=member).erase()


def advises(member: Member) -> bool:
    """Asked under a lock on the member, so that nobody is paired while they become something else."""
    return Member.objects.advisers().select_for_update(of=("self",)).filter(pk=member.pk).first() is not None
