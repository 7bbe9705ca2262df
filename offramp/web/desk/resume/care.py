"""What should not leave in a text, with its reason: put otherwise, left as it is, or dismissed for good."""

from uuid import UUID

from django.db import transaction
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from offramp.documents import private
from offramp.documents.editing import Changed
from offramp.documents.kinds.kind import Refused
from offramp.documents.versions import Opened
from offramp.web import pace, told
from offramp.web.desk import mine, paper
from offramp.web.desk.resume import care_marks, words_spots
from offramp.web.desk.resume.care_marks import Marked
from offramp.web.doors import MemberRequest, for_seeker, posted_from

SAFER, DISMISSED = "safer", "dismissed"


@require_http_methods(["GET", "HEAD", "POST"])
@for_seeker
def show(request: MemberRequest, uuid: UUID) -> HttpResponse:
    opened = words_spots.opened_paper(request, uuid, kinds=care_marks.KINDS)
    marked = care_marks.found(request, opened)
    if request.method != "POST":
        content = {
            "here": "care",
            "lines": words_spots.by_line(marked[: words_spots.MOST_ON_A_PAGE]),
            "more": len(marked) > words_spots.MOST_ON_A_PAGE,
            "safer": SAFER,
            "dismissed": DISMISSED,
            "has_dismissed": bool(private.read(by=request.keyholder).dismissed),
        }
        return paper.page(request, "desk/resume/care.html", opened, content)
    if not pace.may_write(request.keyholder.member):
        return told.redirect("desk-care", told="often", uuid=uuid)
    return told.redirect("desk-care", told=take(request, opened, marked), uuid=uuid)


def take(request: MemberRequest, opened: Opened, marked: list[Marked]) -> str:
    """Safer words in one version, and a false alarm dismissed wherever it stands: all of it, or nothing."""
    chosen = [(one, request.POST.get(one.spot.key)) for one in marked]
    changes = [(one.spot, one.put_safely) for one, choice in chosen if choice == SAFER]
    dismissed = {one.mark.trace for one, choice in chosen if choice == DISMISSED}
    try:
        with transaction.atomic(), mine.or_404():
            words_spots.save(request, opened, words_spots.changed(opened.content, changes))
            if dismissed:
                private.dismiss(by=request.keyholder, traces=dismissed, on=timezone.now().date())
    except Changed:
        return "changed-meanwhile"
    except Refused:
        return "no-room"
    return words_spots.outcome(request, is_done=bool(changes or dismissed), told="cared")


@posted_from("desk-care")
@for_seeker
def mark_again(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """Whoever dismissed too much begins anew."""
    words_spots.opened_paper(request, uuid, kinds=care_marks.KINDS)
    with mine.or_404():
        private.forget_dismissed(by=request.keyholder, on=timezone.now().date())
    return told.redirect("desk-care", told="marked-again", uuid=uuid)
