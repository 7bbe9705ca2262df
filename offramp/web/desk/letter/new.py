"""A new letter: for a posting or open, with the look of a résumé that is there."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from offramp.documents import desks, editing, kinds
from offramp.documents.kinds.kind import Refused
from offramp.documents.places import Content
from offramp.web import kept, pace, told
from offramp.web.desk import labels
from offramp.web.desk.asked import Asked, AskedForm, Words
from offramp.web.desk.letter import letter
from offramp.web.desk.mine import or_404
from offramp.web.desk.resume import choices, entry_lines, mine, new
from offramp.web.doors import MemberRequest, for_seeker

LOOK = ("language", "design", "paper")


@require_http_methods(["GET", "HEAD", "POST"])
@for_seeker
def show(request: MemberRequest) -> HttpResponse:
    asked = _asked(request)
    if request.method != "POST":
        values = {"language": entry_lines.page_language()} | kept.take_fields(request)
        return _page(request, AskedForm(asked, values=values))
    form = AskedForm(asked, request.POST)
    if refused := pace.refusal_of_fields(form, of=request.keyholder.member):
        return _page(request, form, status=refused)
    try:
        with or_404():
            document = editing.begin(
                by=request.keyholder,
                kind=letter.KIND,
                content=_content(request, form.said),
                on=timezone.now().date(),
                draft=form.drawn,
            )
    except Refused as refusal:
        form.refuse(refusal)
        return _page(request, form, status=pace.INCOMPLETE)
    return told.redirect("desk-document", told="begun", uuid=document.pk)


def _content(request: MemberRequest, said: dict[str, Any]) -> Content:
    """In the look of the résumé it goes with; its language is chosen for itself."""
    blank = kinds.of(letter.KIND).empty()
    look: Content = {}
    if said.get("resume"):
        resume = mine.opened(request, said["resume"]).content
        look = {key: resume[key] for key in LOOK}
    return blank | look | {key: said[key] for key in ("title", "posting", "language")}


def _asked(request: MemberRequest) -> list[Asked]:
    by = request.keyholder
    resumes = [one for one in desks.read(by=by) if one.kind == mine.KIND]
    named: list[tuple[str, Words]] = [
        (str(one.document.pk), labels.name(one.title, mine.KIND)) for one in resumes
    ]
    language = next(one for one in choices.asked(letter.KIND) if one.key == "language")
    look = Asked("resume", _("It shall look like"), "choice", choices=(*named, ("", _("None of them"))))
    return [new.TITLE, letter.POSTING, language, *([look] if named else [])]


def _page(request: MemberRequest, form: AskedForm, *, status: int = 200) -> HttpResponse:
    return render(request, "desk/letter/new.html", {"form": form}, status=status)
