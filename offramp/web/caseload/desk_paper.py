"""A page about one shared document: what it is called, and who shares it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from offramp.documents import files
from offramp.web import told
from offramp.web.caseload.desk_door import Shared
from offramp.web.desk import labels
from offramp.web.doors import MemberRequest


def page(
    request: MemberRequest, template: str, shared: Shared, content: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    """The template extends caseload/desk_paper.html."""
    opened, kind = shared.opened, shared.opened.kind.name
    about = {
        "pairing": shared.pairing,
        "nickname": shared.nickname,
        "document": shared.document,
        "opened": opened,
        "name": labels.name(opened.title, kind),
        "kind": labels.KINDS[kind],
        "files": files.listed(opened) if kind == "file" else [],
        "told": told.on(request),
    }
    return render(request, template, about | content, status=status)


def at_line(answer: HttpResponse, place: str) -> HttpResponse:
    """Whoever is sent back to the document comes to the line it was about."""
    if place and answer.has_header("Location"):
        answer["Location"] += f"#{place}"
    return answer
