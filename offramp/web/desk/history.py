"""What was done with a document, the newest first; any version can be looked at and brought back."""

from itertools import pairwise, zip_longest
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from offramp.documents import versions
from offramp.documents.deeds import Deed
from offramp.documents.versions import Opened
from offramp.web.desk import deed_words, mine, paper
from offramp.web.desk.deed_words import Around
from offramp.web.doors import MemberRequest, for_seeker

NAMED = 20  # of the newest lines each entry is told by its name; that takes opening two versions


@require_safe
@for_seeker
def show(request: MemberRequest, uuid: UUID) -> HttpResponse:
    opened, today = mine.opened(request, uuid), timezone.now().date()
    deeds = versions.history(by=request.keyholder, document=opened.document)
    lines = [
        deed_words.line(deed, today=today, around=around)
        for deed, around in zip_longest(deeds, _arounds(request, opened, deeds))
    ]
    return paper.page(request, "desk/history.html", opened, {"here": "versions", "lines": lines})


def _arounds(request: MemberRequest, opened: Opened, deeds: list[Deed]) -> list[Around]:
    """Of the newest deeds on a résumé; the places of anything else have no names."""
    if opened.kind.name != "resume":
        return []
    read = [
        versions.read_version(by=request.keyholder, document=opened.document, number=deed.number)
        for deed in deeds[: NAMED + 1]
    ]
    return [Around(now, before) for now, before in pairwise(read)]
