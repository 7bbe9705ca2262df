"""One bullet: its words, the evidence for it, and which copies take it."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from offramp.documents import places
from offramp.documents.places import TEXT, Content
from offramp.web.desk.asked import Asked
from offramp.web.desk.resume import mine, tags
from offramp.web.desk.resume.part import Part, write_part
from offramp.web.doors import MemberRequest, for_seeker

EVIDENCE = _(
    "How you know it, in a few words: a report, an award, who would say so. It is never printed."
    " It keeps this line honest, whoever helps you with it."
)


@require_http_methods(["GET", "HEAD", "POST"])
@for_seeker
def write(request: MemberRequest, uuid: UUID, number: int, place: str) -> HttpResponse:
    start = mine.opened(request, uuid, number)
    if not _is_bullet(start.content, place):
        raise Http404
    section, entry = place.split("/")[:2]
    part = Part(
        "desk-resume-bullet",
        _("One bullet"),
        (
            Asked(TEXT, _("The line as it stands"), "text"),
            Asked("evidence", _("Evidence"), "text", EVIDENCE),
            tags.asked(),
        ),
        then=("desk-resume-bullets", {"section": section, "entry": entry}),
        read=lambda content: _values(content, place),
        put=lambda content, said: _put(content, place, said),
    )
    return write_part(request, start, part)


def _is_bullet(content: Content, place: str) -> bool:
    """And not the evidence within one, nor any other text below it."""
    steps = place.split("/")
    return steps[2:-1] == ["highlights"] and places.text_at(content, place) is not None


def _values(content: Content, place: str) -> dict[str, Any]:
    evidence = places.text_at(content, places.joined(place, "evidence"))
    return {
        TEXT: places.text_at(content, place) or "",
        "evidence": evidence or "",
        "tags": tags.shown(places.said_of(content, place, "tags") or []),
    }


def _put(content: Content, place: str, said: dict[str, Any]) -> Content:
    """Without words it is none."""
    text = " ".join(said[TEXT].split())
    if not text:
        return places.remove(content, place)
    changed = places.put(content, place, text)
    changed = places.put(changed, places.joined(place, "evidence"), said["evidence"])
    return places.mark(changed, place, "tags", value=tags.read(said["tags"]))
