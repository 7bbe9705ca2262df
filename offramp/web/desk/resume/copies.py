"""Copies of a résumé for one posting each, and what a change of the main one means for them."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from offramp.documents import copies, desks, versions, words
from offramp.documents.copies import NoSuchOffer, Offer
from offramp.documents.differences import How
from offramp.documents.editing import Changed
from offramp.documents.kinds.kind import Refused
from offramp.documents.versions import Opened
from offramp.documents.words import Piece
from offramp.web import kept, pace, told
from offramp.web.desk import labels, paper
from offramp.web.desk.asked import Asked, AskedForm
from offramp.web.desk.mine import or_404
from offramp.web.desk.resume import mine, new, tags
from offramp.web.doors import MemberRequest, for_seeker, posted_from

TAG = Asked(
    "tag",
    _("A tag, if you use them"),
    hint=_("Then it takes what has this tag, and everything without one. Empty means everything."),
)
HOWS: dict[How, Promise] = {
    How.CHANGED: _("%(place)s: other words"),
    How.ADDED: _("%(place)s: new"),
    How.REMOVED: _("%(place)s: taken out"),
}


class OfferForm(forms.Form):
    key = forms.CharField(max_length=200)


@dataclass(frozen=True)
class Line:
    """One change of the main résumé, beside what the copy says."""

    offer: Offer
    heading: str
    pieces: list[Piece] = field(repr=False)


@require_http_methods(["GET", "HEAD", "POST"])
@for_seeker
def show(request: MemberRequest, uuid: UUID) -> HttpResponse:
    opened = mine.opened(request, uuid)
    if request.method != "POST":
        return _page(request, opened, AskedForm((new.TITLE, TAG), values=kept.take_fields(request)))
    form = AskedForm((new.TITLE, TAG), request.POST)
    if refused := pace.refusal_of_fields(form, of=request.keyholder.member):
        return _page(request, opened, form, status=refused)
    tag = (tags.read(form.said["tag"]) or [""])[0]
    today, title = timezone.now().date(), form.said["title"]
    try:
        with or_404():
            by, draft = request.keyholder, form.drawn
            copy = copies.begin(by=by, master=opened, tag=tag, title=title, on=today, draft=draft)
    except Refused as refusal:
        form.refuse(refusal)
        return _page(request, opened, form, status=pace.INCOMPLETE)
    return told.redirect("desk-document", told="begun", uuid=copy.pk)


@require_safe
@for_seeker
def offers(request: MemberRequest, uuid: UUID) -> HttpResponse:
    opened = mine.opened(request, uuid)
    found = copies.offers(by=request.keyholder, copy=opened)
    return paper.page(
        request, "desk/resume/offers.html", opened, {"here": "text", "lines": [_line(one) for one in found]}
    )


@posted_from("desk-resume-offers")
@for_seeker
def accept(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return _decided(request, uuid, copies.accept, done="offer-taken")


@posted_from("desk-resume-offers")
@for_seeker
def decline(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return _decided(request, uuid, copies.decline, done="offer-declined")


def _decided(request: MemberRequest, uuid: UUID, decision: Any, *, done: str) -> HttpResponse:
    opened, form = mine.opened(request, uuid), OfferForm(request.POST)
    if not form.is_valid():
        raise Http404  # no form of ours
    if not pace.may_write(request.keyholder.member):
        return told.redirect("desk-resume-offers", told="often", uuid=uuid)
    try:
        with or_404():
            key, today = form.cleaned_data["key"], timezone.now().date()
            decision(by=request.keyholder, copy=opened, key=key, on=today)
    except (NoSuchOffer, Changed):
        return told.redirect("desk-resume-offers", told="changed-meanwhile", uuid=uuid)
    except Refused:
        return told.redirect("desk-resume-offers", told="no-room", uuid=uuid)
    return told.redirect("desk-resume-offers", told=done, uuid=uuid)


def _line(offer: Offer) -> Line:
    where = labels.label(mine.KIND, offer.place, offer.stands_in)
    heading = str(HOWS[offer.how]) % {"place": where}
    return Line(offer, heading, words.changes(offer.old, offer.new))


def _page(request: MemberRequest, opened: Opened, form: AskedForm, *, status: int = 200) -> HttpResponse:
    content = {"here": "text", "form": form, "copies": _copies_of(request, opened)}
    return paper.page(request, "desk/resume/copies.html", opened, content, status=status)


def _copies_of(request: MemberRequest, opened: Opened) -> list[tuple[UUID, str, str]]:
    by, number = request.keyholder, str(opened.document.pk)
    resumes = [one for one in desks.read(by=by) if one.kind == mine.KIND]
    read = [versions.read(by=by, document=one.document) for one in resumes]
    return [
        (one.document.pk, labels.name(one.title, mine.KIND), one.content["copy"]["tag"])
        for one in read
        if one.content["copy"] and one.content["copy"]["of"] == number
    ]
