"""Everybody on the staff as organizers see them: how much somebody carries, never whom."""

from collections import Counter
from dataclasses import dataclass

from offramp.advisers.models import Profile
from offramp.pairing.models import Pairing
from offramp.people import front_desk
from offramp.people.models import Member, SecondFactor
from offramp.sealed.keys import fingerprint


@dataclass(frozen=True)
class StaffMember:
    member: Member
    fingerprint: str
    reads_front_desk: bool
    is_locked: bool
    load: int
    profile: Profile | None

    @property
    def waits_for_access(self) -> bool:
        return self.member.is_organizer and not self.reads_front_desk


def everybody(*, seen_by: Member) -> list[StaffMember]:
    """By role and name; nobody but an organizer is shown anybody."""
    members = Member.objects.for_organizer(seen_by).order_by("-role", "name", "pk")
    with_access = set(front_desk.organizers_with_access().values_list("pk", flat=True))
    factors = {factor.member_id: factor for factor in SecondFactor.objects.filter(member__in=members)}
    profiles = {profile.member_id: profile for profile in Profile.objects.filter(member__in=members)}
    loads = Counter(Pairing.objects.live().values_list("adviser", flat=True))
    return [
        StaffMember(
            member=member,
            fingerprint=fingerprint(bytes(member.public_key)),
            reads_front_desk=member.pk in with_access,
            is_locked=member.pk in factors and factors[member.pk].is_locked,
            load=loads[member.pk],
            profile=profiles.get(member.pk),
        )
        for member in members
    ]
