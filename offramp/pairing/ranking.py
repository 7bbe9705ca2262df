"""Which adviser to ask first, with the reasons; hard rules rule out, everything else only orders."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from offramp.advisers import actions as advisers
from offramp.advisers.actions import About
from offramp.advisers.models import Profile
from offramp.campaigns import current
from offramp.pairing import red_lines
from offramp.pairing.cards import Asked
from offramp.pairing.models import Offer, Pairing, Request
from offramp.people.keyholders import FrontDesk
from offramp.people.models import Member


@dataclass(frozen=True)
class Ranked:
    """One adviser as the front desk sees them for one request; choices are ids of the campaign."""

    adviser: Member
    helps_with: tuple[str, ...]
    shares_language: bool
    shares_region: bool
    wishes_met: tuple[str, ...]
    crossed: tuple[str, ...]  # red lines that rule this adviser out
    load: int
    offered: int  # people this adviser was asked about and has not answered
    capacity: int
    is_away: bool
    was_asked: bool  # about this request, and not withdrawn
    words: str = field(default="", repr=False)  # what the adviser says of themself

    @property
    def is_full(self) -> bool:
        return self.load + self.offered >= self.capacity

    @property
    def may_be_asked(self) -> bool:
        return not (self.crossed or self.is_away or self.is_full or not self.shares_language)

    @property
    def order(self) -> tuple[bool, bool, int, int, bool, int]:
        """Sorts the best first: may be asked, was not yet, helps with more, meets more wishes, is near."""
        return (
            not self.may_be_asked,
            self.was_asked,
            -len(self.helps_with),
            -len(self.wishes_met),
            not self.shares_region,
            self.load + self.offered,
        )


def rank(*, request: Request, asked: Asked, desk: FrontDesk, on: date) -> list[Ranked]:
    """Every active adviser with a profile, best first."""
    profiles = Profile.objects.filter(member__in=Member.objects.advisers())
    ranked = _rank(profiles, request, asked, desk, on)
    return sorted(ranked, key=lambda one: (one.order, one.adviser.name))


def may_be_asked(*, adviser: Member, request: Request, asked: Asked, desk: FrontDesk, on: date) -> bool:
    """The same rule for one; somebody without a profile is not asked, nobody could know what they cross."""
    profiles = Profile.objects.filter(member__in=Member.objects.advisers().filter(pk=adviser.pk))
    return any(one.may_be_asked for one in _rank(profiles, request, asked, desk, on))


def _rank(
    profiles: QuerySet[Profile], request: Request, asked: Asked, desk: FrontDesk, on: date
) -> list[Ranked]:
    described = advisers.described(desk=desk, profiles=profiles.select_related("member"))
    loads = Counter(Pairing.objects.live().values_list("adviser", flat=True))
    offered = Counter(Offer.objects.live().filter(ends_on__gt=on).values_list("adviser", flat=True))
    asked_before = _asked_before(request)
    return [
        Ranked(
            adviser=profile.member,
            shares_language=not asked.languages or bool(set(asked.languages) & set(about.languages)),
            shares_region=bool(asked.region) and asked.region == about.region,
            helps_with=_helps_with(asked, about),
            wishes_met=_wishes_met(asked, about),
            crossed=red_lines.crossed(asked=asked, about=about),
            load=loads[profile.member_id],
            offered=offered[profile.member_id],
            capacity=profile.capacity,
            is_away=profile.is_away,
            was_asked=profile.member_id in asked_before,
            words=about.words,
        )
        for profile, about in described.items()
    ]


def _asked_before(request: Request) -> set[UUID]:
    """Whoever declined, let it lapse or was paired; an offer that we withdrew counts for nothing."""
    asked = request.offers.exclude(outcome=Offer.Outcome.WITHDRAWN).values_list("adviser", flat=True)
    return {*asked, *request.pairings.values_list("adviser", flat=True)}


def _helps_with(asked: Asked, about: About) -> tuple[str, ...]:
    campaign = current()
    skills = [skill for skill in about.skills if campaign.is_known("skill", skill)]
    met = {help_id for skill in skills for help_id in campaign.met_by(skill)}
    return tuple(one for one in asked.help if one in met)


def _wishes_met(asked: Asked, about: About) -> tuple[str, ...]:
    campaign = current()
    wishes = (wish for wish in asked.wishes if campaign.is_known("wish", wish))
    return tuple(wish for wish in wishes if campaign.wished_by(wish) & set(about.facts))
