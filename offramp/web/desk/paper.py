"""A page about one document: its title, who can open it, and its parts."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from offramp.documents import desks
from offramp.documents.versions import Opened
from offramp.web import told
from offramp.web.desk import labels
from offramp.web.desk.resume import care_marks
from offramp.web.doors import MemberRequest

WRITTEN = "text"  # the pages on which a document is written


def page(
    request: MemberRequest, template: str, opened: Opened, content: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    """The template extends desk/paper.html."""
    document, kind = opened.document, opened.kind.name
    about = {
        "document": document,
        "opened": opened,
        "name": labels.name(opened.title, kind),
        "kind": labels.KINDS[kind],
        "kind_name": kind,
        "waiting": desks.waiting_on(document),
        "told": told.on(request),
    }
    if document.reader and content.get("here") == WRITTEN:
        about["telling"] = care_marks.count(request, opened)
    return render(request, template, about | content, status=status)
