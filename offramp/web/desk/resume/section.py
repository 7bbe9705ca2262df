"""A section of a résumé: its entries, and what can be done with each; and the order of all sections."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from offramp.paper import outline
from offramp.paper.outline import Form
from offramp.web.desk import paper
from offramp.web.desk.resume import entries, entry_lines, mine, names
from offramp.web.doors import MemberRequest, for_seeker


@require_safe
@for_seeker
def show(request: MemberRequest, uuid: UUID, section: str) -> HttpResponse:
    opened = mine.opened(request, uuid)
    mine.check_section(section)
    content = {
        "here": "text",
        "section": section,
        "section_name": names.SECTIONS[section],
        "more": names.MORE[section],
        "base": opened.number,
        "lines": entry_lines.lines(section, opened.content[section]),
        "has_bullets": has_bullets(section),
        "may_repeat": section in ("work", "volunteer"),
    }
    return paper.page(request, "desk/resume/section.html", opened, content)


@require_safe
@for_seeker
def bullets(request: MemberRequest, uuid: UUID, section: str, entry: str) -> HttpResponse:
    opened = mine.opened(request, uuid)
    mine.check_section(section)
    found = entries.find(opened.content, section, entry)
    if found is None or not has_bullets(section):
        raise Http404
    content = {
        "here": "text",
        "section": section,
        "section_name": names.SECTIONS[section],
        "base": opened.number,
        "entry": found,
        "entry_name": entry_lines.title(section, found),
        "lines": entry_lines.bullets(f"{section}/{entry}/highlights", found["highlights"]),
    }
    return paper.page(request, "desk/resume/bullets.html", opened, content)


@require_safe
@for_seeker
def order(request: MemberRequest, uuid: UUID) -> HttpResponse:
    opened = mine.opened(request, uuid)
    # One without anything in it is printed nowhere: where it stands matters to nobody.
    sections = [one for one in opened.content["sections"] if opened.content[one["id"]]]
    last = len(sections) - 1
    lines = [
        {
            "path": f"sections/{one['id']}",
            "title": names.SECTIONS[one["id"]],
            "item": one,
            "is_first": number == 0,
            "is_last": number == last,
        }
        for number, one in enumerate(sections)
    ]
    content = {"here": "text", "base": opened.number, "lines": lines}
    return paper.page(request, "desk/resume/order.html", opened, content)


def has_bullets(section: str) -> bool:
    return any(field.form is Form.BULLETS for field in outline.section(section).fields)
