"""Who can open a document: what sharing means is said before it begins, and it ends with one button."""

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from offramp.documents import files, sharing
from offramp.pairing import conversation, desk, standing
from offramp.web import pace, told
from offramp.web.desk import groups, mine, paper
from offramp.web.desk.resume import care_marks
from offramp.web.doors import MemberRequest, for_seeker, posted_from
from offramp.web.place.mine import case_of


@require_http_methods(["GET", "HEAD", "POST"])
@for_seeker
def show(request: MemberRequest, uuid: UUID) -> HttpResponse:
    state = standing.of(request=case_of(request))
    opened = mine.opened(request, uuid)
    if request.method != "POST":
        content = {
            "here": "sharing",
            "standing": state,
            "file": next(iter(files.listed(opened)), None),
            "text": groups.as_text(opened),
            "marked": care_marks.found(request, opened),
        }
        return paper.page(request, "desk/sharing.html", opened, content)
    if state.pairing is None:
        return told.redirect("desk-sharing", told="cannot-share", uuid=uuid)
    if not pace.may_write(request.keyholder.member):
        return told.redirect("desk-sharing", told="often", uuid=uuid)
    try:
        with mine.or_404():
            today = timezone.now().date()
            desk.share(by=request.keyholder, document=opened.document, pairing=state.pairing, on=today)
    except (conversation.NotYours, conversation.NobodyReads):
        return told.redirect("desk-sharing", told="cannot-share", uuid=uuid)
    return told.redirect("desk-document", told="shared", uuid=uuid)


@posted_from("desk-sharing")
@for_seeker
def end(request: MemberRequest, uuid: UUID) -> HttpResponse:
    document = mine.document_of(request, uuid)
    with mine.or_404():
        sharing.unshare(by=request.keyholder, document=document)
    return told.redirect("desk-document", told="unshared", uuid=uuid)
