"""A form about a part of a résumé or letter: shown, saved, merged, drawn, and kept over a sign-in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from offramp.documents.editing import Changed
from offramp.documents.kinds.kind import Refused
from offramp.documents.places import Content
from offramp.documents.versions import Opened
from offramp.web import kept, pace, told
from offramp.web.desk import merge, paper, saving
from offramp.web.desk.asked import Asked, AskedForm
from offramp.web.desk.asked import Words as Text
from offramp.web.desk.resume import drafts
from offramp.web.doors import MemberRequest


@dataclass(frozen=True)
class Part:
    """What is asked, what stands there, and how what was typed is put into the content."""

    address: str
    title: Text
    asked: Sequence[Asked]
    read: Callable[[Content], Mapping[str, Any]] = field(repr=False)
    put: Callable[[Content, dict[str, Any]], Content] = field(repr=False)
    then: tuple[str, Mapping[str, Any]] = ("desk-document", {})  # the page that shows it
    draft: str = ""  # the address that draws it unsaved
    template: str = "desk/resume/part.html"
    more: Mapping[str, Any] = field(default_factory=dict, repr=False)


def write_part(request: MemberRequest, start: Opened, part: Part) -> HttpResponse:
    if request.method != "POST":
        return _come_back(request, start, part)
    form = AskedForm(part.asked, request.POST)
    if refused := pace.refusal_of_fields(form, of=request.keyholder.member):
        return page(request, start, part, form, status=refused)
    try:
        content = part.put(start.content, form.said)
        saved = saving.save(request, start.document, content, base=start.number)
    except Changed as changed:
        return _merge_page(request, changed, part)
    except Refused as refusal:
        form.refuse(refusal)
        return page(request, start, part, form, status=pace.INCOMPLETE)
    name, at = part.then
    return told.redirect(name, told=saving.outcome(saved), uuid=start.document.pk, **at)


def draw(request: MemberRequest, start: Opened, part: Part) -> HttpResponse:
    """As it would look now; what cannot be read stays as it was."""
    form = AskedForm(part.asked, request.POST)
    form.is_valid()
    return drafts.answer(request, start, part.put(start.content, dict(part.read(start.content)) | form.said))


def _come_back(request: MemberRequest, start: Opened, part: Part) -> HttpResponse:
    """What was kept over a sign-in goes on from its own version; everything else from the newest."""
    values, newest = kept.take_fields(request), start.document.newest
    if not values and start.number != newest:
        return redirect(reverse(part.address, kwargs=_at(request) | {"number": newest}))
    form = AskedForm(part.asked, values=dict(part.read(start.content)) | values)
    return page(request, start, part, form, is_kept=bool(values))


def _merge_page(request: MemberRequest, changed: Changed, part: Part) -> HttpResponse:
    """On top of what is there now; in a field written twice stands what was typed, and above it both."""
    form = AskedForm(part.asked, values=dict(part.read(changed.merged)))
    conflicts = merge.conflicts(changed)
    return page(request, changed.theirs, part, form, conflicts=conflicts, status=409)


def page(
    request: MemberRequest, opened: Opened, part: Part, form: AskedForm, *, status: int = 200, **more: Any
) -> HttpResponse:
    at = more.pop("at", _at(request))
    content = {
        "here": "text",
        "form": form,
        "action": reverse(part.address, kwargs=at | {"number": opened.number}),
        "part": part.title,
        "is_unsaved": form.is_bound or more.get("is_kept") or "conflicts" in more,
    }
    if part.draft:
        content["draft"] = reverse(part.draft, kwargs=at | {"number": opened.number})
    answer = paper.page(request, part.template, opened, content | dict(part.more) | more, status=status)
    return drafts.beside(answer) if part.draft else answer


def _at(request: MemberRequest) -> dict[str, Any]:
    """Where the form is, without the page that its button goes on to."""
    own = request.resolver_match.kwargs if request.resolver_match else {}
    return {key: value for key, value in own.items() if key != "goal"}
