"""The seeker's answer to one suggestion: taken as it is, or declined with or without a word."""

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from offramp.documents import answers
from offramp.documents.kinds.kind import Refused
from offramp.documents.proposals import PlaceChanged, PlaceGone
from offramp.documents.suggestions import LONGEST_REASON, AlreadyAnswered
from offramp.web import kept, pace, told
from offramp.web.desk import mine, paper, review_own_words
from offramp.web.desk.review_own_words import read, suggestion_of
from offramp.web.doors import MemberRequest, for_seeker
from offramp.web.texts import LongText


class ReasonForm(forms.Form):
    """Why not, if they like."""

    text = LongText(longest=LONGEST_REASON, required=False)


@require_http_methods(["GET", "HEAD", "POST"])
@for_seeker
def accept(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """To look at it is to edit it first; where it no longer fits, the texts stand beside each other."""
    suggestion = suggestion_of(request, uuid)
    if request.method != "POST":
        return review_own_words.show(request, suggestion)
    try:
        with mine.or_404():
            answers.accept(by=request.keyholder, suggestion=suggestion, on=timezone.now().date())
    except (PlaceChanged, PlaceGone):
        return review_own_words.show(request, suggestion, status=409)
    except AlreadyAnswered:
        return told.redirect("desk-review", told="suggestion-over", uuid=suggestion.document_id)
    except Refused:
        return told.redirect("desk-review", told="no-room", uuid=suggestion.document_id)
    return told.redirect("desk-review", told="taken", uuid=suggestion.document_id)


@require_http_methods(["GET", "HEAD", "POST"])
@for_seeker
def decline(request: MemberRequest, uuid: UUID) -> HttpResponse:
    if request.method != "POST":
        text = kept.take(request)
        return _reason_page(request, uuid, ReasonForm(initial={"text": text}), is_kept=bool(text))
    form = ReasonForm(request.POST)
    suggestion = suggestion_of(request, uuid)
    if refused := pace.refusal(form, of=request.keyholder.member):
        return _reason_page(request, uuid, form, status=refused)
    reason, today = form.cleaned_data["text"], timezone.now().date()
    try:
        with mine.or_404():
            answers.decline(by=request.keyholder, suggestion=suggestion, reason=reason, on=today)
    except AlreadyAnswered:
        return told.redirect("desk-review", told="suggestion-over", uuid=suggestion.document_id)
    return told.redirect("desk-review", told="refused", uuid=suggestion.document_id)


def _reason_page(
    request: MemberRequest, uuid: UUID, form: ReasonForm, *, is_kept: bool = False, status: int = 200
) -> HttpResponse:
    suggestion = suggestion_of(request, uuid)
    line, opened = read(request, suggestion)
    content = {"here": "review", "line": line, "form": form, "kept": is_kept, "longest": LONGEST_REASON}
    return paper.page(request, "desk/review_declining.html", opened, content, status=status)
