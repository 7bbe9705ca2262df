"""What was typed into a form about a part of a document, saved on top of the version it was typed on."""

from django.utils import timezone

from offramp.documents import editing
from offramp.documents.editing import Saved
from offramp.documents.models import Document
from offramp.documents.places import Content
from offramp.web.desk import mine
from offramp.web.doors import MemberRequest


def save(request: MemberRequest, document: Document, content: Content, *, base: int) -> Saved:
    """Raises Changed, a kind of Refused."""
    today = timezone.now().date()
    with mine.or_404():
        return editing.save(by=request.keyholder, document=document, content=content, base=base, on=today)


def outcome(saved: Saved) -> str:
    """The word for what is told."""
    if not saved.is_new:
        return "unchanged"
    return "merged" if saved.was_merged else "saved"
