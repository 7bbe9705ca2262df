"""One version beside how it stands now, and the way to bring it back."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from offramp.documents import differences, editing, words
from offramp.documents.differences import Difference
from offramp.documents.words import Piece
from offramp.web import pace, told
from offramp.web.desk import deed_words, labels, mine, one_text, paper
from offramp.web.doors import MemberRequest, for_seeker, posted_from


@dataclass(frozen=True)
class Beside:
    """One place that is not as it was; without words where only the order is another."""

    label: str
    pieces: list[Piece]


@require_safe
@for_seeker
def show(request: MemberRequest, uuid: UUID, number: int) -> HttpResponse:
    now, then = mine.opened(request, uuid), mine.opened(request, uuid, number)
    changes = differences.compare(now.kind, then.content, now.content)
    content = {
        "here": "versions",
        "line": deed_words.line(then.deed, today=timezone.now().date()),
        "is_newest": then.number == now.number,
        "places": [beside(now.kind.name, change) for change in changes],
        "text": one_text.shown(then.content).strip(),
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


def beside(kind: str, change: Difference) -> Beside:
    return Beside(labels.label(kind, change), words.changes(change.old, change.new))
