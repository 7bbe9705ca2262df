"""Section by section: what was understood, in fields; the seeker corrects, confirms, or leaves it out."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from offramp.documents import private
from offramp.documents.editing import Changed
from offramp.documents.kinds.kind import Refused
from offramp.documents.versions import Opened
from offramp.paper import identity
from offramp.web import kept, pace, told
from offramp.web.desk import asked, merge, paper, saving
from offramp.web.desk.mine import or_404
from offramp.web.desk.resume import bring_entries, bring_parts, mine, names
from offramp.web.desk.resume.bring_entries import Brought, SeenForm
from offramp.web.doors import MemberRequest, for_seeker


@require_safe
@for_seeker
def go_on(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """To the next part that nobody looked at; when there is none, to the résumé."""
    opened = mine.opened(request, uuid)
    section = bring_parts.next_section(opened.content, left_of(request, uuid))
    if not section:
        return told.redirect("desk-document", told="brought", uuid=uuid)
    said = f"?{request.GET.urlencode()}" if told.on(request) else ""
    if section == bring_parts.UNREAD:
        return redirect(reverse("desk-unread", args=[uuid]) + said)
    return redirect(reverse("desk-bringing-part", args=[uuid, section]) + said)


@require_http_methods(["GET", "HEAD", "POST"])
@for_seeker
def show(request: MemberRequest, uuid: UUID, section: str) -> HttpResponse:
    opened = mine.opened(request, uuid)
    if section not in (bring_parts.BASICS, *names.SECTIONS):
        raise Http404
    if request.method != "POST":
        return next_part(request, opened, section)
    seen = SeenForm(request.POST)
    if not seen.is_valid():
        raise Http404  # no form of ours
    base = mine.opened(request, uuid, seen.cleaned_data["base"])
    forms = bring_entries.typed(base.content, section, seen.entries, request.POST)
    if not forms:
        return redirect("desk-bringing", uuid)
    if refused := refusal(request, forms):
        return page(request, base, section, forms, status=refused)
    return confirm(request, base, section, forms)


def refusal(request: MemberRequest, forms: list[Brought]) -> int:
    """The status with which a part goes back, with what is wrong beside its fields."""
    if [form for form in forms if not form.is_valid()]:  # every one of them is asked
        return pace.INCOMPLETE
    if not pace.may_write(request.keyholder.member):
        forms[0].add_error(None, pace.TOO_MUCH)
        return pace.TOO_MANY
    return 0


def next_part(request: MemberRequest, opened: Opened, section: str) -> HttpResponse:
    left = left_of(request, opened.document.pk)
    values = kept.take_fields(request)
    waiting = bring_parts.together(opened.content, section, left)
    if not waiting and not (section == bring_parts.BASICS and section in left):
        return redirect("desk-bringing", opened.document.pk)
    forms = bring_entries.begun(opened.content, section, waiting, values)
    return page(request, opened, section, forms, kept=bool(values))


def confirm(request: MemberRequest, base: Opened, section: str, forms: list[Brought]) -> HttpResponse:
    content = base.content
    for form in forms:
        content = form.put(content)
    try:
        saving.save(request, base.document, content, base=base.number)
    except Changed as changed:
        conflicts = merge.conflicts(changed)
        return page(request, changed.theirs, section, forms, conflicts=conflicts, status=409)
    except Refused as refusal:
        forms[0].add_error(None, asked.why(refusal))
        return page(request, base, section, forms, status=pace.INCOMPLETE)
    parts, today = [form.path for form in forms], timezone.now().date()
    with or_404():
        private.confirm(by=request.keyholder, document=base.document, parts=parts, on=today)
    return redirect("desk-bringing", base.document.pk)


def left_of(request: MemberRequest, uuid: UUID) -> tuple[str, ...]:
    return private.read(by=request.keyholder).left(uuid)


def page(
    request: MemberRequest,
    opened: Opened,
    section: str,
    forms: list[Brought],
    *,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    """With what was kept over a sign-in, or what was written twice."""
    is_top = section == bring_parts.BASICS
    content = {
        "here": "text",
        "forms": forms,
        "seen": " ".join(form.path.rpartition("/")[2] for form in forms),
        "section_name": _("At the top") if is_top else names.SECTIONS[section],
        "section": section,
        "is_alone": len(forms) == 1,
        "has_trouble": any(form.errors for form in forms),
        "has_gaps": any(identity.GONE in str(row.value) for form in forms for row in form.rows),
        "left": len(left_of(request, opened.document.pk)),
    }
    return paper.page(request, "desk/resume/bring_part.html", opened, content | more, status=status)
