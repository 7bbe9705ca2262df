"""One version beside how it stands now, and the way to bring it back."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from offramp.documents import differences, editing, words
from offramp.documents.differences import Difference, How
from offramp.documents.versions import Opened
from offramp.documents.words import Piece
from offramp.web import pace, told
from offramp.web.desk import deed_words, groups, labels, mine, paper
from offramp.web.doors import MemberRequest, for_seeker, posted_from

WORDS = {
    How.MOVED: _("It stood in another order."),
    How.HIDDEN: _("It was shown then, and is hidden now."),
    How.SHOWN: _("It was hidden then, and is shown now."),
}


@dataclass(frozen=True)
class Beside:
    """One place that is not as it was, in words where it is no text."""

    label: str
    pieces: list[Piece]
    words: Promise | str


@require_safe
@for_seeker
def show(request: MemberRequest, uuid: UUID, number: int) -> HttpResponse:
    now, then = mine.opened(request, uuid), mine.opened(request, uuid, number)
    changes = differences.compare(now.kind, then.content, now.content)
    content = {
        "here": "versions",
        "line": deed_words.line(then.deed, today=timezone.now().date()),
        "is_newest": then.number == now.number,
        "places": [beside(change, then=then, now=now) for change in changes],
        "text": groups.as_text(then),
    }
    return paper.page(request, "desk/version.html", now, content)


@posted_from("desk-version")
@for_seeker
def restore(request: MemberRequest, uuid: UUID, number: int) -> HttpResponse:
    document, today = mine.document_of(request, uuid), timezone.now().date()
    if not pace.may_write(request.keyholder.member):
        return told.redirect("desk-document", told="often", uuid=uuid)
    with mine.or_404():
        editing.restore(by=request.keyholder, document=document, number=number, on=today)
    return told.redirect("desk-document", told="restored", uuid=uuid)


def beside(change: Difference, *, then: Opened, now: Opened) -> Beside:
    stands_in = then if change.how is How.REMOVED else now
    label = labels.label(now.kind.name, change, stands_in.content)
    return Beside(label, words.changes(change.old, change.new), WORDS.get(change.how, ""))
