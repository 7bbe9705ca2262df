"""Tags: words of one's own that say which copies take an entry or a bullet; without any, all of them do."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from offramp.documents import places
from offramp.documents.places import Content
from offramp.web.desk.asked import Asked
from offramp.web.desk.resume import mine
from offramp.web.desk.resume.part import Part, write_part
from offramp.web.doors import MemberRequest, for_seeker

MOST, LONGEST = 20, 40


@require_http_methods(["GET", "HEAD", "POST"])
@for_seeker
def write(request: MemberRequest, uuid: UUID, number: int, section: str, entry: str) -> HttpResponse:
    """Of one entry."""
    start, place = mine.opened(request, uuid, number), f"{section}/{entry}"
    mine.check_section(section)
    if not places.is_there(start.content, place):
        raise Http404

    def put(content: Content, said: dict[str, Any]) -> Content:
        return places.mark(content, place, "tags", value=read(said["tags"]))

    part = Part(
        "desk-resume-entry-tags",
        _("Which copies take it"),
        (asked(),),
        read=lambda content: {"tags": shown(places.said_of(content, place, "tags") or [])},
        put=put,
        then=("desk-resume-section", {"section": section}),
    )
    return write_part(request, start, part)


def asked() -> Asked:
    return Asked(
        "tags",
        _("Only for copies with one of these tags"),
        hint=_("With commas between them, for example: logistics, office. Empty means every copy takes it."),
    )


def shown(tags: list[str]) -> str:
    return ", ".join(tags)


def read(typed: str) -> list[str]:
    """Each once, in the order they were typed."""
    words = (" ".join(word.split()).lower()[:LONGEST] for word in typed.split(","))
    return list(dict.fromkeys(word for word in words if word))[:MOST]
