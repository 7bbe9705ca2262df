"""A new résumé: from nothing, or a copy of one that is there."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from offramp.documents import desks, editing, kinds
from offramp.documents.kinds.kind import Refused
from offramp.web import kept, pace, told
from offramp.web.desk import labels
from offramp.web.desk.asked import Asked, AskedForm
from offramp.web.desk.mine import or_404
from offramp.web.desk.resume import choices, entry_lines, mine
from offramp.web.doors import MemberRequest, for_seeker

TITLE = Asked(
    "title",
    _("What you call it"),
    hint=_("For example: office work, or the employer you write to. It is not printed."),
)


@require_http_methods(["GET", "HEAD", "POST"])
@for_seeker
def show(request: MemberRequest) -> HttpResponse:
    if request.method != "POST":
        values = {"language": entry_lines.page_language()} | kept.take_fields(request)
        return page(request, AskedForm(asked(), values=values))
    form = AskedForm(asked(), request.POST)
    if refused := pace.refusal_of_fields(form, of=request.keyholder.member):
        return page(request, form, status=refused)
    content = kinds.of(mine.KIND).empty() | form.said
    try:
        with or_404():
            document = editing.begin(
                by=request.keyholder,
                kind=mine.KIND,
                content=content,
                on=timezone.now().date(),
                draft=form.drawn,
            )
    except Refused as refusal:
        form.refuse(refusal)
        return page(request, form, status=pace.INCOMPLETE)
    return told.redirect("desk-document", told="begun", uuid=document.pk)


def asked() -> list[Asked]:
    wanted = ("purpose", "language")
    return [TITLE, *(one for one in choices.asked(mine.KIND) if one.key in wanted)]


def page(request: MemberRequest, form: AskedForm, *, status: int = 200, **more: Any) -> HttpResponse:
    listed = [one for one in desks.read(by=request.keyholder) if one.kind == mine.KIND]
    content = {
        "form": form,
        "resumes": [(one.document, labels.name(one.title, one.kind)) for one in listed],
    }
    return render(request, "desk/resume/new.html", content | more, status=status)
