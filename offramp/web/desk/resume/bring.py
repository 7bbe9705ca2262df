"""An old résumé: what was understood becomes a sealed draft, and whom it names is shown, not kept."""

from typing import Any
from uuid import uuid4

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from offramp.documents import desks, private, versions
from offramp.documents.kinds.kind import Refused
from offramp.documents.places import Content
from offramp.documents.versions import Opened
from offramp.paper import contents
from offramp.paper.resumes import Resume
from offramp.web import kept
from offramp.web.desk import paper
from offramp.web.desk.forms import LONGEST_NOTE
from offramp.web.desk.mine import or_404
from offramp.web.desk.resume import bring_forms, bring_parts, bring_titles, export_forms, mine, names
from offramp.web.desk.resume.bring_forms import BringForm, Brought
from offramp.web.doors import MemberRequest, for_seeker
from offramp.web.files import arriving
from offramp.web.pace import INCOMPLETE
from offramp.web.uploads import takes_files


@takes_files
@require_http_methods(["GET", "HEAD", "POST"])
@for_seeker
def show(request: MemberRequest) -> HttpResponse:
    if request.method != "POST":
        text = kept.take(request)
        return page(request, BringForm(initial={"text": text, "draft": uuid4()}), is_kept=bool(text))
    form = BringForm(request.POST, request.FILES)
    if refused := arriving.refusal(form, request, look=bring_forms.read):
        return page(request, form, status=refused)
    brought: Brought = form.cleaned_data["brought"]
    if again := unfinished(request, brought):
        return found(request, again, brought, is_again=again.document.pk != form.drawn)
    try:
        opened = begin(request, form, brought)
    except Refused:
        form.add_error(None, _("This is more than one résumé can hold. Please bring it in parts."))
        return page(request, form, status=INCOMPLETE)
    # Not after a redirect: whom it names is shown this once, and kept nowhere.
    return found(request, opened, brought)


def begin(request: MemberRequest, form: BringForm, brought: Brought) -> Opened:
    """Whatever was understood is sealed before anything else is asked; sent twice, it begins once."""
    by, today = request.keyholder, timezone.now().date()
    titles = [one.title for one in desks.read(by=by)]
    content = brought.parted.content | {"title": bring_titles.of(brought.parted, brought.file_name, titles)}
    parts = bring_parts.all_of(content)
    with or_404():
        document = private.begin_brought(by=by, content=content, parts=parts, on=today, draft=form.drawn)
    return mine.opened(request, document.pk)  # no draft is another document of one's own


def unfinished(request: MemberRequest, brought: Brought) -> Opened | None:
    """The same one, brought before, of which something is still to look at: no second one is begun."""
    by, wanted = request.keyholder, _said_in(brought.parted.content)
    kept_back = private.read(by=by)
    for one in desks.read(by=by):
        if one.kind == mine.KIND and kept_back.left(one.document.pk):
            first = versions.read_version(by=by, document=one.document, number=1)
            if _said_in(first.content) == wanted:
                return mine.opened(request, one.document.pk)
    return None


def _said_in(content: Content) -> Resume:
    """Without the ids, which are drawn anew each time, and the title."""
    return contents.to_resume(content | {"title": ""}, whole=True)


def found(
    request: MemberRequest, opened: Opened, brought: Brought, *, is_again: bool = False
) -> HttpResponse:
    contact = {key: value for key, value in brought.parted.contact.items() if value}
    content: dict[str, Any] = {
        "here": "text",
        "is_again": is_again,
        "sections": [
            (label, len(opened.content[key])) for key, label in names.SECTIONS.items() if opened.content[key]
        ],
        "unread": len(opened.content["unread"]),
        "warnings": brought.warnings,
        "found": [*_said_of(contact), *contact.get("profiles", [])],
        "contact": list(export_forms.typed_from(contact).items()),
    }
    return paper.page(request, "desk/resume/bring_found.html", opened, content)


def _said_of(contact: dict[str, Any]) -> list[str]:
    return [value for value in contact.values() if isinstance(value, str)]


def page(
    request: MemberRequest, form: BringForm, *, is_kept: bool = False, status: int = 200
) -> HttpResponse:
    content = {"form": form, "longest": LONGEST_NOTE, "kept": is_kept}
    return render(request, "desk/resume/bring.html", content, status=status)
