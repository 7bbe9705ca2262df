"""One place of a paper in one field: written otherwise by hand, wherever a page found something in it."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from offramp.documents import places
from offramp.documents.editing import Changed
from offramp.documents.kinds.kind import LONGEST_PLACE, Refused
from offramp.documents.versions import Opened
from offramp.web import kept, pace, told
from offramp.web.desk import labels, mine, paper
from offramp.web.desk.resume import care_marks, words_spots
from offramp.web.doors import MemberRequest, for_seeker
from offramp.web.texts import LongText


class LineForm(forms.Form):
    """What shall stand there; nothing is a text, too."""

    text = LongText(longest=LONGEST_PLACE, required=False)


@require_http_methods(["GET", "HEAD", "POST"])
@for_seeker
def show(request: MemberRequest, uuid: UUID, number: int, place: str) -> HttpResponse:
    """The number of the version it was typed on outlasts a visit in the address, not in a hidden field."""
    base = mine.opened(request, uuid, number)
    if base.kind.name not in care_marks.KINDS or base.place(place) is None:
        raise Http404  # which gives the text back
    if request.method != "POST":
        return come_back(request, base, place)
    form = LineForm(request.POST)
    if refused := pace.refusal(form, of=request.keyholder.member):
        return page(request, base, place, form, status=refused)
    try:
        words_spots.save(request, base, places.put(base.content, place, form.cleaned_data["text"]))
    except Changed as changed:
        return page(request, changed.theirs, place, form, status=409)
    except Refused:
        form.add_error("text", str(told.SENTENCES["no-room"].words))
        return page(request, base, place, form, status=pace.INCOMPLETE)
    return told.redirect("desk-care", told="saved", uuid=uuid)


def come_back(request: MemberRequest, base: Opened, place: str) -> HttpResponse:
    """A text kept over a sign-in goes on where it was typed; without one, the newest version is shown."""
    text = kept.take(request)
    newest = mine.opened(request, base.document.pk)
    if not text and newest.number != base.number and newest.place(place):
        return redirect("desk-line", base.document.pk, newest.number, place)
    now = text or places.text_at(base.content, place)
    return page(request, base, place, LineForm(initial={"text": now}), kept=bool(text))


def page(
    request: MemberRequest,
    base: Opened,
    place: str,
    form: LineForm,
    *,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    """After a conflict the field stands on top of what is there now, with both texts to be seen."""
    at = base.place(place)
    if at is None:
        raise Http404
    content = {
        "here": "care",
        "form": form,
        "base": base.number,
        "at": at,
        "where": labels.label(base.kind.name, at, base.content),
        "conflict": status == 409,
        "longest": LONGEST_PLACE,
    }
    return paper.page(request, "desk/resume/words_line.html", base, content | more, status=status)
