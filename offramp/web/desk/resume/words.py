"""Civilian words for insider ones, offered on the line: each is taken, left, or wanted no more."""

from dataclasses import dataclass, field
from uuid import UUID

from django.db import transaction
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from offramp import campaigns
from offramp.documents import private
from offramp.documents.editing import Changed
from offramp.documents.kinds.kind import Refused
from offramp.documents.places import Place
from offramp.documents.versions import Opened
from offramp.paper import wording
from offramp.paper.wording import Offer
from offramp.web import pace, told
from offramp.web.desk import mine, paper
from offramp.web.desk.resume import words_spots
from offramp.web.desk.resume.words_spots import Spot
from offramp.web.doors import MemberRequest, for_seeker

NEVER = "never"
WORDED = ("label", "summary", "description", "highlights", "keywords", "why", "bring", "story", "hard")
# A fact of others, and no wording of the seeker's: it may be explained or spelled out, and stays what it is.
STATED = ("work/*/position", "work/*/name")
NEAR = 70  # characters on either side, to read how the new words stand in their sentence


@dataclass(frozen=True)
class Offered:
    """One offer with all that is said of it."""

    spot: Spot
    offer: Offer = field(repr=False)
    why: str
    occupations: tuple[str, ...]

    @property
    def alternatives(self) -> list[tuple[str, str]]:
        """What the form sends, and the words."""
        return [(str(number), words) for number, words in enumerate(self.offer.new)]

    @property
    def before(self) -> str:
        near = self.spot.place.text[: self.spot.start][-NEAR:]
        return near if self.spot.start <= NEAR else f"… {near.partition(' ')[2]}"

    @property
    def after(self) -> str:
        rest = self.spot.place.text[self.spot.end :]
        return rest if len(rest) <= NEAR else f"{rest[:NEAR].rpartition(' ')[0]} …"


@require_http_methods(["GET", "HEAD", "POST"])
@for_seeker
def show(request: MemberRequest, uuid: UUID, place: str = "") -> HttpResponse:
    opened = words_spots.opened_paper(request, uuid, kinds=("resume", "letter"))
    offered = found(request, opened, place)
    if request.method != "POST":
        content = {
            "here": "wording",
            "lines": words_spots.by_line(offered[: words_spots.MOST_ON_A_PAGE]),
            "more": len(offered) > words_spots.MOST_ON_A_PAGE,
            "never": NEVER,
        }
        return paper.page(request, "desk/resume/words.html", opened, content)
    if not pace.may_write(request.keyholder.member):
        return told.redirect("desk-wording", told="often", uuid=uuid)
    return told.redirect("desk-wording", told=take(request, opened, offered), uuid=uuid)


def take(request: MemberRequest, opened: Opened, offered: list[Offered]) -> str:
    """All that was chosen in one version, and what was not wanted is refused: all of it, or nothing."""
    by, today = request.keyholder, timezone.now().date()
    chosen = [(one, request.POST.get(one.spot.key, "")) for one in offered]
    never = {one.offer.id for one, choice in chosen if choice == NEVER}
    changes = [
        (one.spot, lambda text, one=one, choice=choice: one.offer.accept(text, int(choice)))
        for one, choice in chosen
        if choice in dict(one.alternatives)
    ]
    try:
        with transaction.atomic(), mine.or_404():
            words_spots.save(request, opened, words_spots.changed(opened.content, changes))
            if never:
                private.refuse(by=by, document=opened.document, wordings=never, on=today)
    except Changed:
        return "changed-meanwhile"
    except Refused:
        return "no-room"
    return words_spots.outcome(request, is_done=bool(changes or never), told="worded" if changes else "cared")


def found(request: MemberRequest, opened: Opened, within: str = "") -> list[Offered]:
    """What is offered for a paper, or for one entry of it, without what was refused before."""
    phrases = campaigns.current().phrases
    refused = private.read(by=request.keyholder).refused(opened.document.pk)
    return [
        _offered(opened, place, offer)
        for place in words_spots.shown_places(opened)
        if place.text and f"{place.path}/".startswith(f"{within}/" if within else "")
        for offer in wording.offers(place.text, phrases)
        if offer.id not in refused and may_be_said(place, offer)
    ]


def may_be_said(place: Place, offer: Offer) -> bool:
    if place.pattern in STATED:
        return offer.phrase.keeps_the_name
    steps = place.pattern.split("/")
    return any(step in WORDED for step in steps) or place.pattern == "skills/*/name"


def _offered(opened: Opened, place: Place, offer: Offer) -> Offered:
    language = get_language() or "en"
    campaign = campaigns.current()
    return Offered(
        words_spots.spot(opened, place, offer.start, offer.end),
        offer,
        why=offer.why_in(language),
        occupations=tuple(campaign.occupation(code, language) for code in offer.occupations),
    )
