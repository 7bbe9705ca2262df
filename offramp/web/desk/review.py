"""What others suggest for a document and say about it; the seeker decides, on each or on all of them."""

from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from offramp.documents import answers, suggestions
from offramp.web import told
from offramp.web.desk import comments, mine, paper, review_lines
from offramp.web.doors import MemberRequest, for_seeker, posted_from


class SeenForm(forms.Form):
    """The number of the last suggestion that was on the page: one that came since is not decided with it."""

    seen = forms.IntegerField(min_value=0)


@require_safe
@for_seeker
def show(request: MemberRequest, uuid: UUID) -> HttpResponse:
    opened = mine.opened(request, uuid)
    read = suggestions.read(by=request.keyholder, document=opened.document)
    lines = [review_lines.line(suggested, opened) for suggested in read]
    talks = comments.talks(request, opened)
    content = {
        "here": "review",
        "suggestions": [line for line in lines if line.suggested.is_waiting],
        "fitting": sum(line.fits for line in lines if line.suggested.is_waiting),
        "answered": [line for line in reversed(lines) if not line.suggested.is_waiting],
        "seen": max((suggested.suggestion.number for suggested in read), default=0),
        "talks": [talk for talk in talks if not talk.remark.is_resolved],
        "resolved": [talk for talk in talks if talk.remark.is_resolved],
    }
    return paper.page(request, "desk/review.html", opened, content)


@posted_from("desk-review")
@for_seeker
def accept_all(request: MemberRequest, uuid: UUID) -> HttpResponse:
    document, today = mine.document_of(request, uuid), timezone.now().date()
    with mine.or_404():
        done = answers.accept_all(by=request.keyholder, document=document, up_to=_seen(request), on=today)
    return told.redirect("desk-review", told="some-left" if done.left else "all-taken", uuid=uuid)


@posted_from("desk-review")
@for_seeker
def decline_all(request: MemberRequest, uuid: UUID) -> HttpResponse:
    document = mine.document_of(request, uuid)
    with mine.or_404():
        answers.decline_all(by=request.keyholder, document=document, up_to=_seen(request))
    return told.redirect("desk-review", told="all-refused", uuid=uuid)


def _seen(request: MemberRequest) -> int:
    form = SeenForm(request.POST)
    if not form.is_valid():
        raise Http404  # no form of ours
    return int(form.cleaned_data["seen"])
