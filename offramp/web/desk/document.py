"""One document as it stands now, in the field it is written in."""

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from offramp.documents import files
from offramp.documents.versions import Opened
from offramp.web.desk import mine, one_text, paper
from offramp.web.desk.forms import LONGEST_NOTE, NoteForm, begun
from offramp.web.desk.letter import letter
from offramp.web.desk.resume import overview
from offramp.web.doors import MemberRequest, for_seeker

# Kinds with a page of their own; any other is one text.
PAGES = {"resume": overview.page, "letter": letter.page}


@require_safe
@for_seeker
def show(request: MemberRequest, uuid: UUID) -> HttpResponse:
    opened = mine.opened(request, uuid)
    if opened.kind.name in PAGES:
        return PAGES[opened.kind.name](request, opened)
    return page(request, opened, begun(one_text.shown(opened.content)), base=opened.number)


def page(
    request: MemberRequest, opened: Opened, form: NoteForm, *, base: int, status: int = 200
) -> HttpResponse:
    """The form goes to the version it was typed on: an address outlasts a visit, a hidden field does not."""
    is_file = opened.kind.name == "file"
    content = {
        "here": "text",
        "form": form,
        "base": base,
        "longest": LONGEST_NOTE,
        "is_file": is_file,
        "files": files.listed(opened) if is_file else [],
    }
    return paper.page(request, "desk/document.html", opened, content, status=status)
