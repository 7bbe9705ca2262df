"""A change of role waits until the person holds nobody's conversation."""

from datetime import date

from django.db import transaction

from offramp.advisers.models import Profile
from offramp.pairing.models import Offer, Pairing
from offramp.people import envelopes, roles
from offramp.people.models import Member, RoleChange


class HoldsConversations(Exception):
    """An adviser who is paired, or was asked, cannot become an organizer yet."""


@transaction.atomic
def approve(*, change: RoleChange, by: Member, on: date) -> None:
    """Raises HoldsConversations, and what people.roles.approve raises."""
    member = change.member
    if Pairing.objects.for_adviser(member).exists() or Offer.objects.live().filter(adviser=member).exists():
        raise HoldsConversations
    roles.approve(change=change, by=by, on=on)
    for profile in Profile.objects.filter(member=member):
        envelopes.of(Profile.KIND, profile.pk).delete()
        profile.delete()
