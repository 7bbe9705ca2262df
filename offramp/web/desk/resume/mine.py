"""A seeker's own résumé, and the parts of one that an address names; what is none is not there."""

from uuid import UUID

from django.http import Http404

from offramp.documents import places
from offramp.documents.versions import Opened
from offramp.paper.outline import SECTIONS
from offramp.web.desk import mine
from offramp.web.doors import MemberRequest

KIND = "resume"
SECTION_KEYS = frozenset(section.key for section in SECTIONS)


def opened(request: MemberRequest, uuid: UUID, number: int | None = None) -> Opened:
    found = mine.opened(request, uuid, number)
    if found.kind.name != KIND:
        raise Http404
    return found


def paper(request: MemberRequest, uuid: UUID, number: int | None = None) -> Opened:
    """A résumé or a letter."""
    found = mine.opened(request, uuid, number)
    if found.kind.name not in (KIND, "letter"):
        raise Http404
    return found


def check_section(section: str) -> None:
    if section not in SECTION_KEYS:
        raise Http404


def check_id(entry_id: str) -> None:
    if not places.is_id(entry_id):
        raise Http404
