"""Take it along: what we keep of somebody on the staff, in one file; nothing of anybody who seeks help."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from offramp import campaigns
from offramp.advisers import actions as advisers
from offramp.notices.actions import address_of
from offramp.pairing import farewell
from offramp.people import acts, second_factor
from offramp.people.keyholders import Keyholder
from offramp.people.models import Member
from offramp.sealed.keys import fingerprint
from offramp.web import keepsake
from offramp.web.doors import MemberRequest, for_staff
from offramp.web.people.journal import IN_WORDS


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def show(request: MemberRequest) -> HttpResponse:
    if request.method != "POST":
        return render(request, "account/copy.html", {"file_name": keepsake.NAME})
    keyholder = request.keyholder
    content = {
        "today": timezone.now().date(),
        "fingerprint": fingerprint(keyholder.keys.public),
        "address": address_of(keyholder.member),
        "passkeys": second_factor.passkeys(by=keyholder),
    }
    rest = of_an_adviser(keyholder) if keyholder.member.is_adviser else of_an_organizer(keyholder.member)
    return keepsake.answer(request, "account/file.html", content | rest)


def of_an_adviser(adviser: Keyholder) -> dict[str, Any]:
    """The profile, in the words of the campaign."""
    campaign, language = campaigns.current(), get_language() or ""
    profile, about = advisers.own(by=adviser)
    chosen = {"skill": about.skills, "language": about.languages, "fact": about.facts}
    labels = {
        kind: [campaign.label(kind, one, language) for one in ids] for kind, ids in chosen.items() if ids
    }
    region = campaign.label("region", about.region, language) if about.region else ""
    return {"profile": profile, "about": about, "labels": labels, "region": region}


def of_an_organizer(organizer: Member) -> dict[str, Any]:
    """What organizers answer for: how much there is, and what the staff did."""
    noted = acts.told(acts.entries(seen_by=organizer))
    return {"figures": farewell.figures(), "rows": [(act, IN_WORDS[act.kind]) for act in noted]}
