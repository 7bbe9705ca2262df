"""Which adviser to ask first, with the reasons; hard rules rule out, everything else only orders."""

from dataclasses import dataclass

from offramp.advisers import actions as advisers
from offramp.advisers.actions import About
from offramp.advisers.models import Profile
from offramp.campaigns import current
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
    capacity: int
    is_away: bool
    was_asked: bool

    @property
    def is_full(self) -> bool:
        return self.load >= self.capacity

    @property
    def may_be_asked(self) -> bool:
        return not (
            self.crossed or self.is_away or self.is_full or self.was_asked or not self.shares_language
        )

    @property
    def order(self) -> tuple[bool, int, int, bool, int]:
        """Sorts the best first: may be asked, helps with more, meets more wishes, is near, has fewer people."""
        return (
            not self.may_be_asked,
            -len(self.helps_with),
            -len(self.wishes_met),
            not self.shares_region,
            self.load,
        )


def rank(*, request: Request, asked: Asked, desk: FrontDesk) -> list[Ranked]:
    """Every active adviser with a profile, best first."""
    profiles = Profile.objects.filter(member__in=Member.objects.advisers()).select_related("member")
    described = advisers.described(desk=desk, profiles=profiles)
    loads = list(Pairing.objects.live().values_list("adviser", flat=True))
    before = set(Offer.objects.filter(request=request).values_list("adviser", flat=True))
    before |= set(request.pairings.values_list("adviser", flat=True))
    ranked = [
        _ranked(profile, about, asked, loads.count(profile.member_id), was_asked=profile.member_id in before)
        for profile, about in described.items()
    ]
    return sorted(ranked, key=lambda one: (one.order, one.adviser.name))


def _ranked(profile: Profile, about: About, asked: Asked, load: int, *, was_asked: bool) -> Ranked:
    campaign = current()
    met = {
        help_id
        for skill in about.skills
        if campaign.is_known("skill", skill)
        for help_id in campaign.met_by(skill)
    }
    facts = set(about.facts)
    return Ranked(
        adviser=profile.member,
        helps_with=tuple(one for one in asked.help if one in met),
        shares_language=not asked.languages or bool(set(asked.languages) & set(about.languages)),
        shares_region=bool(asked.region) and asked.region == about.region,
        wishes_met=tuple(
            wish
            for wish in asked.wishes
            if campaign.is_known("wish", wish) and campaign.wished_by(wish) & facts
        ),
        crossed=tuple(line for line in asked.red_lines if _crosses(line, about, asked)),
        load=load,
        capacity=profile.capacity,
        is_away=profile.is_away,
        was_asked=was_asked,
    )


def _crosses(line: str, about: About, asked: Asked) -> bool:
    """A line that is no longer in the campaign's folder rules everybody out until somebody has read it."""
    campaign = current()
    if not campaign.is_known("red-line", line):
        return True
    if campaign.excluded_by(line) & set(about.facts):
        return True
    # An unknown answer counts as the same one: a hard rule must not be passed by silence.
    same_region = not (asked.region and about.region) or asked.region == about.region
    return "region" in campaign.must_differ_by(line) and same_region
