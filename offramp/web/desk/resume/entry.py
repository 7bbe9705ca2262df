"""One entry: written, another one begun, and nothing of it lost to a second window or a long absence."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from offramp.documents import places
from offramp.documents.editing import Changed
from offramp.documents.kinds.kind import Refused
from offramp.documents.versions import Opened
from offramp.web import kept, pace, told
from offramp.web.desk import merge, paper, saving
from offramp.web.desk.resume import drafts, entries, entry_lines, mine, names
from offramp.web.desk.resume.entry_form import EntryForm, Spot
from offramp.web.doors import MemberRequest, for_seeker, posted_from

Goal = tuple[str, dict[str, str]]  # the page that comes once it is saved


@require_safe
@for_seeker
def begin(request: MemberRequest, uuid: UUID, section: str, beside: str = "") -> HttpResponse:
    """A new entry; beside another one it is another position there."""
    opened = mine.opened(request, uuid)
    mine.check_section(section)
    neighbor = entries.find(opened.content, section, beside)
    fresh = entries.begun(section, places.new_id(), beside=neighbor)
    after = {"after": beside} if neighbor else {}
    form = EntryForm(Spot(section, fresh, opened.content["purpose"]), values=after)
    return page(request, opened, form, base=opened.number, section=section)


@require_http_methods(["GET", "HEAD", "POST"])
@for_seeker
def write(request: MemberRequest, uuid: UUID, number: int, section: str, entry: str) -> HttpResponse:
    start, spot = _spot(request, uuid, number, section, entry)
    return write_on(request, start, spot, then=("desk-resume-section", {"section": section}))


@require_http_methods(["GET", "HEAD", "POST"])
@for_seeker
def save_first(
    request: MemberRequest, uuid: UUID, number: int, section: str, entry: str, goal: str
) -> HttpResponse:
    """Saved like any other time, and then on to another page: without JavaScript no link asks before it."""
    start, spot = _spot(request, uuid, number, section, entry)
    goals = {
        "bullets": ("desk-resume-bullets", {"section": section, "entry": entry}),
        "words": ("desk-place-wording", {"place": f"{section}/{entry}"}),
    }
    if goal not in goals:
        raise Http404
    return write_on(request, start, spot, then=goals[goal])


def write_on(request: MemberRequest, start: Opened, spot: Spot, *, then: Goal) -> HttpResponse:
    section = spot.section
    if request.method != "POST":
        return come_back(request, start, spot)
    form = EntryForm(spot, request.POST)
    if refused := pace.refusal_of_fields(form, of=request.keyholder.member):
        return page(request, start, form, base=start.number, section=section, status=refused)
    try:
        content = entries.put(start.content, section, form.written(), after=form.after)
        saved = saving.save(request, start.document, content, base=start.number)
    except Changed as changed:
        return merge_page(request, changed, form, section)
    except Refused as refusal:
        form.refuse(refusal)
        return page(request, start, form, base=start.number, section=section, status=pace.INCOMPLETE)
    name, at = then
    return told.redirect(name, told=saving.outcome(saved), uuid=start.document.pk, **at)


@posted_from("desk")
@for_seeker
def draw(request: MemberRequest, uuid: UUID, number: int, section: str, entry: str) -> HttpResponse:
    """As it would look now."""
    start, spot = _spot(request, uuid, number, section, entry)
    form = EntryForm(spot, request.POST)
    form.is_valid()
    return drafts.answer(
        request, start, entries.put(start.content, section, form.written(), after=form.after)
    )


def _spot(request: MemberRequest, uuid: UUID, number: int, section: str, entry: str) -> tuple[Opened, Spot]:
    """One that is not there yet is a new one."""
    mine.check_section(section)
    mine.check_id(entry)
    start = mine.opened(request, uuid, number)
    found = entries.find(start.content, section, entry) or entries.begun(section, entry)
    return start, Spot(section, found, start.content["purpose"])


def come_back(request: MemberRequest, start: Opened, spot: Spot) -> HttpResponse:
    """What was kept over a sign-in goes on from its own version; everything else from the newest."""
    uuid, section, entry = start.document.pk, spot.section, spot.entry["id"]
    values = kept.take_fields(request)
    if not values and start.number != start.document.newest:
        is_there = entries.find(mine.opened(request, uuid).content, section, entry)
        if not is_there:
            return redirect("desk-resume-section", uuid, section)
        return redirect("desk-resume-entry", uuid, start.document.newest, section, entry)
    form = EntryForm(spot, values=values, is_unsaved=bool(values))
    return page(request, start, form, base=start.number, section=section)


def merge_page(request: MemberRequest, changed: Changed, form: EntryForm, section: str) -> HttpResponse:
    """The form stands on top of what is there now; at each place written twice both texts are shown."""
    both = merge.with_both(changed)
    written = entries.find(both, section, form.entry["id"]) or form.written()
    again = EntryForm(Spot(section, written, both["purpose"]), values={"after": form.after}, is_unsaved=True)
    conflicts = merge.conflicts(changed)
    base = changed.theirs.number
    return page(request, changed.theirs, again, base=base, section=section, conflicts=conflicts, status=409)


def page(
    request: MemberRequest, opened: Opened, form: EntryForm, *, base: int, status: int = 200, **more: Any
) -> HttpResponse:
    section = more["section"]
    content = {
        "here": "text",
        "form": form,
        "base": base,
        "section_name": names.SECTIONS[section],
        "entry": form.entry,
        "entry_name": entry_lines.title(section, form.entry),
        "has_bullets": bool(form.entry.get("highlights")),
        "is_there": entries.find(opened.content, section, form.entry["id"]) is not None,
    }
    return drafts.beside(paper.page(request, "desk/resume/entry.html", opened, content | more, status=status))
