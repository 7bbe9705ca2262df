"""What an adviser says of themself, for the front desk to choose by."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from django.db import transaction

from offramp.advisers.models import Profile
from offramp.people import envelopes
from offramp.people.keyholders import FrontDesk, Keyholder
from offramp.people.models import FrontDeskKey
from offramp.sealed import objects


@dataclass(frozen=True)
class About:
    """The sealed part of a profile: ids of the campaign's choices, and a few own words."""

    skills: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    region: str = ""
    facts: tuple[str, ...] = ()
    words: str = ""


class NotAnAdviser(Exception):
    """Only advisers have a profile."""


@transaction.atomic
def describe(*, by: Keyholder, about: About, capacity: int, is_away: bool) -> None:
    """Write the profile, sealed to this adviser and the front desk of now. Raises NotAnAdviser."""
    if not by.member.is_adviser:
        raise NotAnAdviser
    profile = Profile.objects.select_for_update().filter(member=by.member).first()
    profile = profile or Profile(member=by.member)
    profile.capacity, profile.is_away = capacity, is_away
    key = objects.new_key()
    profile.write(asdict(about), key=key)
    profile.save()
    envelopes.of(Profile.KIND, profile.pk).delete()
    desk = FrontDeskKey.objects.current()
    envelopes.put(key, kind=Profile.KIND, object_id=profile.pk, to=[by.member, desk] if desk else [by.member])


def own(*, by: Keyholder) -> tuple[Profile, About]:
    """This adviser's profile, or an empty one that is not stored."""
    profile = Profile.objects.filter(member=by.member).first()
    if profile is None:
        return Profile(member=by.member), About()
    return profile, _about(profile, by.key(Profile.KIND, profile.pk))


def described(*, desk: FrontDesk, profiles: Iterable[Profile]) -> dict[Profile, About]:
    """What the front desk can read of each; a profile not sealed to it is left out."""
    by_id = {profile.pk: profile for profile in profiles}
    keys = desk.keys_of(Profile.KIND, by_id)
    return {by_id[pk]: _about(by_id[pk], key) for pk, key in keys.items()}


def _about(profile: Profile, key: bytes) -> About:
    content = profile.read(key=key)
    lists = {name: tuple(value) for name, value in content.items() if isinstance(value, list)}
    return About(**(content | lists))
