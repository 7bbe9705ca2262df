"""The queue: what waits, what was reported, what is shown, what was refused."""

from collections.abc import Iterable
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from offramp.replies import deciding, queue
from offramp.replies.deciding import LastClick
from offramp.replies.models import Reply
from offramp.web import told
from offramp.web.doors import MemberRequest, for_front_desk
from offramp.web.letters import rows as letters
from offramp.web.moderation import places, rows, words
from offramp.web.moderation.places import Place

A_PAGE = 50
DONE = "done"  # in the address: which click this page answers


@require_safe
@for_front_desk
def show(request: MemberRequest) -> HttpResponse:
    place = places.read(request.GET, by=request.keyholder.member)
    more = {"told": told.on(request), "is_all_ticked": "ticked" in request.GET}
    return page(request, place, more | _just_done(request))


def page(request: MemberRequest, place: Place, more: dict[str, Any], *, status: int = 200) -> HttpResponse:
    member = request.keyholder.member
    found = Paginator(queue.of(seen_by=member, pile=place.pile, letter=place.letter), A_PAGE)
    shown = found.get_page(place.page)
    content = {
        "place": place,
        "page": shown,
        "before": place.moved(page=shown.number - 1),
        "after": place.moved(page=shown.number + 1),
        "all_ticked": place.moved(page=shown.number, ticked="all"),
        "none_ticked": place.moved(page=shown.number),
        "rows": rows.shown(shown, ticked=_ticked(request, shown)),
        "piles": _piles(request, place),
        "letters": [letters.whole(letter) for letter in queue.answered_letters(seen_by=member)],
        "reasons": words.REASONS.items(),
        "nothing": words.EMPTY[place.pile],
    }
    return render(request, "moderation/listing.html", content | more, status=status)


def done(click: LastClick | None) -> dict[str, Any]:
    """What a page says of it, and the button that takes it back."""
    return {"click": click, "done": words.done(click)} if click else {}


def _just_done(request: MemberRequest) -> dict[str, Any]:
    """On the page right after the click alone: a key pressed later must take back nothing of old."""
    if DONE not in request.GET:
        return {}
    click = deciding.last_click(by=request.keyholder.member)
    return done(click) if click and str(click.together) == request.GET[DONE] else {}


def _ticked(request: MemberRequest, shown: Iterable[Reply]) -> set[str]:
    """Those that were ticked before something was missing; or all, since a page without a script cannot."""
    if "ticked" in request.GET:
        return {str(reply.pk) for reply in shown}
    return {typed.partition(":")[0] for typed in request.POST.getlist("reply")}


def _piles(request: MemberRequest, place: Place) -> list[dict[str, Any]]:
    counts = queue.counts(seen_by=request.keyholder.member, letter=place.letter)
    return [
        {
            "name": name,
            "count": counts[pile],
            "address": place.moved(pile=pile.value),
            "is_here": pile == place.pile,
        }
        for pile, name in words.PILES.items()
    ]
