"""The door to what a seeker shares with their adviser. If it closes while they type, the words come back."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from offramp.documents import versions
from offramp.documents.epochs import NotYours
from offramp.documents.models import Document
from offramp.documents.places import NoSuchPlace
from offramp.documents.versions import Opened
from offramp.pairing import cards
from offramp.pairing.models import Pairing
from offramp.web.card_words import card_words
from offramp.web.caseload.conversation import paired
from offramp.web.caseload.door import at_caseload
from offramp.web.doors import MemberRequest, OpenPage

P = ParamSpec("P")
SharedPage = Callable[Concatenate[MemberRequest, "Shared", P], HttpResponse]


@dataclass(frozen=True)
class Shared:
    """A document as it stands, and who shares it."""

    pairing: Pairing
    opened: Opened
    nickname: str

    @property
    def document(self) -> Document:
        return self.opened.document

    @property
    def address(self) -> dict[str, UUID]:
        return {"uuid": self.pairing.pk, "document": self.document.pk}


def of_shared(page: SharedPage[P]) -> OpenPage[...]:
    """A page about one document of somebody one is paired with; a 404 that says so where sharing ended."""

    @at_caseload
    @wraps(page)
    def guarded(
        request: MemberRequest, /, uuid: UUID, document: UUID, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponse:
        pairing = paired(request, uuid)
        try:
            return page(request, _shared(request, pairing, document), *args, **kwargs)
        except (NotYours, NoSuchPlace) as gone:
            return _ended(request, pairing, is_place=isinstance(gone, NoSuchPlace))

    return guarded


def nickname(request: MemberRequest, pairing: Pairing) -> str:
    return card_words(cards.read(card=pairing.request.card, by=request.keyholder)).nickname


def _shared(request: MemberRequest, pairing: Pairing, document: UUID) -> Shared:
    theirs = Document.objects.for_reader(request.keyholder.member).filter(desk=pairing.request.seeker_id)
    found = theirs.filter(pk=document).first()
    if found is None:
        raise NotYours
    return Shared(pairing, versions.read(by=request.keyholder, document=found), nickname(request, pairing))


def _ended(request: MemberRequest, pairing: Pairing, *, is_place: bool) -> HttpResponse:
    """The same for what was never there: it tells nothing of what the other has and does not share."""
    content = {
        "pairing": pairing,
        "is_place": is_place,
        "texts_typed": [request.POST[name] for name in ("text", "reason") if request.POST.get(name)],
    }
    return render(request, "caseload/desk_ended.html", content, status=404)
