"""A suggestion in the seeker's own words: edited first, or put together by hand where the place changed."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from offramp.documents import answers, places, suggestions, words
from offramp.documents.kinds.kind import LONGEST_PLACE, Refused, TooLong
from offramp.documents.models import Suggestion
from offramp.documents.proposals import Insertion, PlaceChanged, PlaceGone, Removal
from offramp.documents.suggestions import AlreadyAnswered, Suggested
from offramp.documents.versions import Opened
from offramp.web import kept, pace, told
from offramp.web.desk import mine, paper, review_lines
from offramp.web.desk.review_lines import Line
from offramp.web.doors import MemberRequest, for_seeker
from offramp.web.texts import LongText


class OwnWordsForm(forms.Form):
    """What shall stand there, on top of what the seeker saw there."""

    text = LongText(longest=LONGEST_PLACE, required=False)
    now = LongText(longest=LONGEST_PLACE, required=False, strip=False)


@require_http_methods(["GET", "HEAD", "POST"])
@for_seeker
def write(request: MemberRequest, uuid: UUID) -> HttpResponse:
    suggestion = suggestion_of(request, uuid)
    if request.method != "POST":
        return show(request, suggestion)
    form = OwnWordsForm(request.POST)
    if refused := pace.refusal(form, of=request.keyholder.member):
        return show(request, suggestion, form, status=refused)
    try:
        _take(request, suggestion, form)
    except (PlaceChanged, PlaceGone, AlreadyAnswered):
        return show(request, suggestion, form, status=409)
    except Refused as refusal:
        form.add_error("text", _why(refusal))
        return show(request, suggestion, form, status=pace.INCOMPLETE)
    return told.redirect("desk-review", told="taken", uuid=suggestion.document_id)


def show(
    request: MemberRequest, suggestion: Suggestion, form: OwnWordsForm | None = None, *, status: int = 200
) -> HttpResponse:
    """The page that fits how things stand: edit it, put three texts together, or it is over."""
    line, opened = read(request, suggestion)
    typed = form["text"].value() or "" if form else kept.take(request)
    if not line.suggested.is_waiting and not typed:
        return told.redirect("desk-review", told="suggestion-over", uuid=suggestion.document_id)
    template, texts = _state(line, opened)
    content = texts | {
        "here": "review",
        "line": line,
        "form": form or {},
        "kept": bool(typed and not form),
        "text": typed or texts["text"],
        "typed": typed,
        "longest": LONGEST_PLACE,
    }
    return paper.page(request, template, opened, content, status=status)


def suggestion_of(request: MemberRequest, uuid: UUID) -> Suggestion:
    return get_object_or_404(Suggestion.objects.for_owner(request.keyholder.member), pk=uuid)


def read(request: MemberRequest, suggestion: Suggestion) -> tuple[Line, Opened]:
    opened = mine.opened(request, suggestion.document_id)
    with mine.or_404():
        suggested = suggestions.read_one(by=request.keyholder, suggestion=suggestion)
    return review_lines.line(suggested, opened), opened


def _take(request: MemberRequest, suggestion: Suggestion, form: OwnWordsForm) -> None:
    text, now, today = form.cleaned_data["text"], form.cleaned_data["now"], timezone.now().date()
    with mine.or_404():
        answers.accept_edited(by=request.keyholder, suggestion=suggestion, text=text, now=now, on=today)


def _state(line: Line, opened: Opened) -> tuple[str, dict[str, Any]]:
    suggested = line.suggested
    now = _now(suggested, opened)
    if not suggested.is_waiting or now is None:
        return "desk/review_over.html", {"text": ""}
    if line.fits:
        is_removal = isinstance(suggested.proposal, Removal)
        return "desk/review_own_words.html", {
            "now": now,
            "text": now if is_removal else suggested.proposal.new,
            "is_removal": is_removal,
        }
    return "desk/review_three.html", {
        "now": now,
        "text": now,
        "since": words.changes(suggested.proposal.old, now),
    }


def _now(suggested: Suggested, opened: Opened) -> str | None:
    """What stands at the place; None where there is none any more, and nothing can be put."""
    if isinstance(suggested.proposal, Insertion):
        return "" if suggested.fits(opened.content) else None
    return places.text_at(opened.content, suggested.proposal.path)


def _why(refusal: Refused) -> str:
    if isinstance(refusal, TooLong):
        return _("This is longer than %(most)s characters. Please shorten it.") % {"most": refusal.most}
    return _("The whole document would become too long with it. Please shorten it.")
