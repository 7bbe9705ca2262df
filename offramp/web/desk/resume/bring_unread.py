"""Lines that could not be placed: each is put where it belongs, deleted, or stays; none is dropped."""

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from offramp.documents import places, private
from offramp.documents.editing import Changed
from offramp.documents.kinds.kind import Refused
from offramp.documents.places import ID, TEXT, Content
from offramp.paper import contents, identity
from offramp.web import pace, told
from offramp.web.desk import paper, saving
from offramp.web.desk.mine import or_404
from offramp.web.desk.resume import bring_parts, entry_lines, mine
from offramp.web.doors import MemberRequest, for_seeker

GONE = "gone"
# What a line alone can begin, and the field that it then stands in; further lines of a job are its bullets.
BEGUN: dict[str, tuple[str, Promise]] = {
    "work": ("position", gettext_lazy("A new job")),
    "education": ("institution", gettext_lazy("A school or training")),
    "certificates": ("name", gettext_lazy("A certificate")),
    "skills": ("name", gettext_lazy("A skill")),
}
MOST_ON_A_PAGE = 100
Target = tuple[str, str | Promise]


@require_http_methods(["GET", "HEAD", "POST"])
@for_seeker
def show(request: MemberRequest, uuid: UUID) -> HttpResponse:
    opened = mine.opened(request, uuid)
    lines = opened.content[bring_parts.UNREAD]
    if request.method != "POST":
        content = {
            "here": "text",
            "lines": lines[:MOST_ON_A_PAGE],
            "more": len(lines) > MOST_ON_A_PAGE,
            "has_gaps": any(identity.GONE in line[TEXT] for line in lines),
            "targets": targets(opened.content),
            "gone": GONE,
        }
        return paper.page(request, "desk/resume/bring_unread.html", opened, content)
    if not pace.may_write(request.keyholder.member):
        return told.redirect("desk-unread", told="often", uuid=uuid)
    chosen = {line[ID]: request.POST.get(f"line-{line[ID]}", "") for line in lines}
    try:
        saving.save(request, opened.document, placed(opened.content, chosen), base=opened.number)
    except Changed:
        return told.redirect("desk-unread", told="changed-meanwhile", uuid=uuid)
    except Refused:
        return told.redirect("desk-unread", told="no-room", uuid=uuid)
    parts, today = [bring_parts.UNREAD], timezone.now().date()
    with or_404():
        private.confirm(by=request.keyholder, document=opened.document, parts=parts, on=today)
    return told.redirect("desk-document", told="placed", uuid=uuid)


def targets(content: Content) -> list[Target]:
    """Where a line may go: to the summary, as a bullet of something done, or as something of its own."""
    done = [
        (f"{section}/{entry[ID]}/highlights", entry_lines.title(section, entry))
        for section in ("work", "volunteer", "projects")
        for entry in content[section]
    ]
    bullets = [(path, _("A bullet of “%(entry)s”") % {"entry": title}) for path, title in done]
    return [
        ("basics/summary", _("The summary")),
        *bullets,
        *((key, words) for key, (_field, words) in BEGUN.items()),
    ]


def placed(content: Content, chosen: dict[str, str]) -> Content:
    """With every line where it was sent, and out of the unread ones."""
    allowed = {path for path, _words in targets(content)}
    lines = {line[ID]: line[TEXT] for line in content[bring_parts.UNREAD]}
    job = next((line_id for line_id, target in chosen.items() if target == "work"), "")
    for line_id, target in chosen.items():
        if target in allowed:
            is_of_new_job = target == "work" and line_id != job
            spot = f"work/{job}/highlights" if is_of_new_job else target
            content = _put(content, spot, line_id, lines[line_id])
        if target in allowed or target == GONE:
            content = places.remove(content, f"{bring_parts.UNREAD}/{line_id}")
    return content


def _put(content: Content, target: str, line_id: str, line: str) -> Content:
    if target in BEGUN:
        fresh = contents.blank_entry(target, line_id) | {BEGUN[target][0]: line}
        return content | {target: [*content[target], fresh]}
    if target == "basics/summary":
        before = content["basics"]["summary"]
        return places.put(content, target, f"{before}\n{line}".strip())
    bullet = {ID: line_id, TEXT: line, "evidence": "", "hidden": False, "tags": []}
    section, entry_id, _name = target.split("/")
    entries = [
        entry | {"highlights": [*entry["highlights"], bullet]} if entry[ID] == entry_id else entry
        for entry in content[section]
    ]
    return content | {section: entries}
