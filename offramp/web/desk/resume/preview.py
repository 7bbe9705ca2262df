"""The pages as they will look, without a name; another design can be tried before it is kept."""

from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from offramp.documents.editing import Changed
from offramp.documents.versions import Opened
from offramp.paper.writing.pdf import DESIGNS
from offramp.web import pace, told
from offramp.web.desk import paper, saving
from offramp.web.desk.resume import mine, previews
from offramp.web.desk.resume.previews import Laid
from offramp.web.doors import MemberRequest, for_seeker, posted_from


class LookForm(forms.Form):
    design = forms.ChoiceField(choices=tuple(previews.DESIGN_NAMES.items()))
    paper = forms.ChoiceField(choices=tuple(previews.PAPER_NAMES.items()))


@require_safe
@for_seeker
def show(request: MemberRequest, uuid: UUID) -> HttpResponse:
    opened = mine.paper(request, uuid)
    own, look = _own_look(opened), _look(request, opened)
    laid = _laid(request, opened, look)
    content = {
        "here": "preview",
        "laid": laid,
        "pages": addresses(reverse("desk-preview", args=[uuid]), laid, look),
        "base": opened.number,
        "designs": previews.DESIGN_NAMES.items(),
        "papers": previews.PAPER_NAMES.items(),
        "design": look["design"],
        "size": look["paper"],
        "is_tried": look != own,
    }
    return paper.page(request, "desk/resume/preview.html", opened, content, status=laid.status)


@require_safe
@for_seeker
def picture(request: MemberRequest, uuid: UUID, page: int) -> HttpResponse:
    opened = mine.paper(request, uuid)
    answer = previews.picture(_laid(request, opened, _look(request, opened)), page)
    if answer is None:
        raise Http404
    return answer


@posted_from("desk")
@for_seeker
def keep_look(request: MemberRequest, uuid: UUID, number: int) -> HttpResponse:
    start, form = mine.paper(request, uuid, number), LookForm(request.POST)
    if not form.is_valid():
        raise Http404  # no form of ours
    if not pace.may_write(request.keyholder.member):
        return told.redirect("desk-preview", told="often", uuid=uuid)
    try:
        saving.save(request, start.document, start.content | form.cleaned_data, base=number)
    except Changed:
        return told.redirect("desk-preview", told="changed-meanwhile", uuid=uuid)
    return told.redirect("desk-preview", told="saved", uuid=uuid)


def addresses(preview: str, laid: Laid, look: dict[str, str]) -> list[str]:
    """Where the picture of each page lies."""
    return [f"{preview}pages/{number}/?{urlencode(look)}" for number in range(1, laid.count + 1)]


def _own_look(opened: Opened) -> dict[str, str]:
    design = opened.content["design"]
    return {"design": design if design in DESIGNS else DESIGNS[0], "paper": opened.content["paper"]}


def _look(request: MemberRequest, opened: Opened) -> dict[str, str]:
    """Its own, unless the address asks for another that we have."""
    form = LookForm(request.GET)
    return form.cleaned_data if form.is_valid() else _own_look(opened)


def _laid(request: MemberRequest, opened: Opened, look: dict[str, str]) -> Laid:
    today, member = timezone.now().date(), request.keyholder.member
    return previews.lay_out(opened.kind.name, opened.content, today=today, by=member, **look)
