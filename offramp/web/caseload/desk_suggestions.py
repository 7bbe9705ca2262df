"""What an adviser proposes: other words, one more place, or one less. Only the seeker changes anything."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from offramp.documents import suggestions
from offramp.documents.kinds.kind import LONGEST_PLACE, Refused
from offramp.documents.models import Suggestion
from offramp.documents.places import NoSuchPlace, Place
from offramp.documents.proposals import Change, Insertion, PlaceChanged, PlaceGone, Proposal, Removal
from offramp.documents.suggestions import LONGEST_REASON, AlreadyAnswered, NothingChanged, TooManyWaiting
from offramp.web import kept, pace, told
from offramp.web.caseload import desk_paper
from offramp.web.caseload.desk_door import Shared, of_shared
from offramp.web.caseload.desk_forms import Form, ReasonForm, WordsForm, begun, sentence
from offramp.web.desk import labels
from offramp.web.doors import MemberRequest, posted_from


@dataclass(frozen=True)
class Spot:
    """Where something is suggested, and the page it is written on."""

    shared: Shared
    place: Place
    template: str
    is_first: bool = False  # before all others of its list

    @property
    def label(self) -> str:
        opened = self.shared.opened
        return labels.label(opened.kind.name, self.place, opened.content)


@require_http_methods(["GET", "HEAD", "POST"])
@of_shared
def change(request: MemberRequest, shared: Shared, place: str) -> HttpResponse:
    spot = _spot(shared, place, "change")
    if request.method != "POST":
        return _empty(request, spot, spot.place.text)
    form = WordsForm(request.POST)
    if refused := pace.refusal(form, of=request.keyholder.member):
        return _page(request, spot, form, status=refused)
    said = form.cleaned_data
    proposal = Change(place, old=said["old"], new=said["text"])
    return _propose(request, spot, form, proposal, reason=said["reason"])


@require_http_methods(["GET", "HEAD", "POST"])
@of_shared
def insert(request: MemberRequest, shared: Shared, place: str) -> HttpResponse:
    spot = _gap(shared, place)
    if request.method != "POST":
        return _empty(request, spot)
    form = WordsForm(request.POST)
    if refused := pace.refusal(form, of=request.keyholder.member):
        return _page(request, spot, form, status=refused)
    said = form.cleaned_data
    return _propose(request, spot, form, Insertion(place, new=said["text"]), reason=said["reason"])


@require_http_methods(["GET", "HEAD", "POST"])
@of_shared
def remove(request: MemberRequest, shared: Shared, place: str) -> HttpResponse:
    spot = _spot(shared, place, "removal", must_grow=True)
    if request.method != "POST":
        return _empty(request, spot)
    form = ReasonForm(request.POST)
    if refused := pace.refusal(form, of=request.keyholder.member):
        return _page(request, spot, form, status=refused)
    said = form.cleaned_data
    return _propose(request, spot, form, Removal(place, old=said["old"]), reason=said["text"])


@posted_from("caseload")
@of_shared
def withdraw(request: MemberRequest, shared: Shared, suggestion: UUID) -> HttpResponse:
    mine = Suggestion.objects.for_reader(request.keyholder.member)
    row = get_object_or_404(mine.filter(document=shared.document), pk=suggestion)
    try:
        suggestions.withdraw(by=request.keyholder, suggestion=row)
    except AlreadyAnswered:
        return told.redirect("caseload-document", told="suggestion-over", **shared.address)
    return told.redirect("caseload-document", told="suggestion-withdrawn", **shared.address)


def _spot(shared: Shared, path: str, act: str, *, must_grow: bool = False) -> Spot:
    """Raises NoSuchPlace."""
    found = shared.opened.place(path)
    if found is None or (must_grow and not shared.opened.kind.may_grow(found.pattern)):
        raise NoSuchPlace(path)
    return Spot(shared, found, f"caseload/desk_{act}.html")


def _gap(shared: Shared, path: str) -> Spot:
    """Behind a place, or first where a list is named. Raises NoSuchPlace."""
    opened = shared.opened
    gap, found = Insertion(path, "").place(opened.kind, opened.content), opened.place(path)
    return Spot(shared, found or gap, "caseload/desk_insertion.html", is_first=found is None)


def _propose(
    request: MemberRequest, spot: Spot, form: Form, proposal: Proposal, *, reason: str
) -> HttpResponse:
    document, today = spot.shared.document, timezone.now().date()
    try:
        suggestions.propose(
            by=request.keyholder, document=document, proposal=proposal, reason=reason, on=today
        )
    except PlaceGone:
        raise NoSuchPlace(proposal.path) from None
    except PlaceChanged as changed:
        form.add_error(None, sentence(changed))
        return _page(request, spot, form, now=changed.now, status=409)
    except (NothingChanged, TooManyWaiting, Refused) as trouble:
        form.add_error("text", sentence(trouble))
        return _page(request, spot, form, status=pace.INCOMPLETE)
    answer = told.redirect("caseload-document", told="suggested", **spot.shared.address)
    return desk_paper.at_line(answer, proposal.path)


def _empty(request: MemberRequest, spot: Spot, begin_with: str = "") -> HttpResponse:
    """The form to write in, or to go on in after a sign-in."""
    text, reason = kept.take_both(request)
    stands = spot.place.text
    form = begun(text or begin_with, reason, old=stands)
    return _page(request, spot, form, now=stands if text else None, is_kept=bool(text))


def _page(
    request: MemberRequest,
    spot: Spot,
    form: Form,
    *,
    now: str | None = None,
    is_kept: bool = False,
    status: int = 200,
) -> HttpResponse:
    """Now: what stands there, where it is not what the form began with."""
    content = {
        "spot": spot,
        "form": form,
        "now": now,
        "old": form["old"].value() if now is None else now,
        "kept": is_kept,
        "longest": LONGEST_PLACE,
        "longest_reason": LONGEST_REASON,
    }
    return desk_paper.page(request, spot.template, spot.shared, content, status=status)
