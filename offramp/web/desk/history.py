"""What was done with a document, the newest first; any version can be looked at and brought back."""

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from offramp.documents import versions
from offramp.web.desk import deed_words, mine, paper
from offramp.web.doors import MemberRequest, for_seeker


@require_safe
@for_seeker
def show(request: MemberRequest, uuid: UUID) -> HttpResponse:
    opened, today = mine.opened(request, uuid), timezone.now().date()
    deeds = versions.history(by=request.keyholder, document=opened.document)
    lines = [deed_words.line(deed, today=today) for deed in deeds]
    return paper.page(request, "desk/history.html", opened, {"here": "versions", "lines": lines})
