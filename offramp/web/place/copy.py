"""Take it along: everything in one file that opens anywhere, with a name that says nothing."""

from contextlib import suppress
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from offramp.pairing import cards, conversation
from offramp.web import keepsake, pace, told
from offramp.web.card_words import card_words
from offramp.web.desk import labels, mine
from offramp.web.doors import MemberRequest, for_seeker, posted_from
from offramp.web.place import files, papers, past, thread
from offramp.web.place.files import Taken
from offramp.web.place.mine import case_of
from offramp.web.place.past import Part
from offramp.web.uploads import takes_long


@takes_long
@require_http_methods(["GET", "HEAD", "POST"])
@for_seeker
def show(request: MemberRequest) -> HttpResponse:
    case = case_of(request)
    if request.method == "POST" and not pace.may_take_along(request.keyholder.member):
        return told.redirect("place-copy", told="taken-often")
    said = conversation.read_as_seeker(by=request.keyholder, request=case)
    taken = files.all_of(request.keyholder, said)
    if request.method != "POST":
        return offered(request, taken)
    by_id = {file.told.file_id: file for file in taken}
    content = {
        "lines": [
            (line, [by_id[one.file_id] for one in line.files]) for line in thread.lines(said, today=None)
        ],
        "card": card_words(cards.read(card=case.card, by=request.keyholder)),
        "today": timezone.now().date(),
        "papers": papers.all_of(request.keyholder, taken),
    }
    return keepsake.answer(request, "place/file.html", content)


def offered(request: MemberRequest, taken: list[Taken]) -> HttpResponse:
    content = {
        "file_name": keepsake.NAME,
        "apart": [file for file in taken if file.apart],
        "pasts": _pasts_apart(request),
        "told": told.on(request),
    }
    return render(request, "place/copy.html", content)


@takes_long
@posted_from("place-copy")
@for_seeker
def past_of(request: MemberRequest, uuid: UUID, first: int) -> HttpResponse:
    """What was done with one document, by itself."""
    opened = mine.opened(request, uuid)
    if not pace.may_take_along(request.keyholder.member):
        return told.redirect("place-copy", told="taken-often")
    parts = past.parts(request.keyholder.member)[uuid]
    part = next((one for one in parts if one.first == first), None)
    if part is None:
        raise Http404
    content = {
        "name": labels.name(opened.title, opened.kind.name),
        "today": timezone.now().date(),
        "steps": past.steps(request.keyholder, opened.document, part),
    }
    return keepsake.answer(request, "place/file_past.html", content)


def _pasts_apart(request: MemberRequest) -> list[tuple[str, Part]]:
    """Parts that the one file has no room for, each with what its document is called."""
    found = []
    for uuid, parts in past.parts(request.keyholder.member).items():
        if not parts[0].apart:
            continue
        with suppress(Http404):  # deleted in this very moment, or private and without a past
            opened = mine.opened(request, uuid)
            found += [(labels.name(opened.title, opened.kind.name), part) for part in parts]
    return found
