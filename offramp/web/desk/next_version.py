"""What is written on top of a version: saved, merged with what came in between, or shown beside it."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from offramp.documents.editing import Changed, Saved
from offramp.documents.kinds.kind import Refused
from offramp.documents.models import Document
from offramp.web import kept, pace, told
from offramp.web.desk import document, merge, mine, one_text, saving
from offramp.web.desk.forms import NoteForm, begun
from offramp.web.doors import MemberRequest, for_seeker


@require_http_methods(["GET", "HEAD", "POST"])
@for_seeker
def show(request: MemberRequest, uuid: UUID, number: int) -> HttpResponse:
    if request.method != "POST":
        return come_back(request, uuid, number)
    form = NoteForm(request.POST)
    before = mine.opened(request, uuid)
    if refused := pace.refusal(form, of=request.keyholder.member):
        return document.page(request, before, form, base=number, status=refused)
    try:
        saved = save(request, before.document, form, base=number)
    except Changed as changed:
        return merge.page(request, changed)
    except Refused as refusal:
        form.refuse(refusal)
        return document.page(request, before, form, base=number, status=pace.INCOMPLETE)
    return told.redirect("desk-document", told=saving.outcome(saved), uuid=uuid)


def save(request: MemberRequest, document: Document, form: NoteForm, *, base: int) -> Saved:
    start = mine.opened(request, document.pk, base)
    content = one_text.read(form.cleaned_data["text"], base=start.content, draft=form.drawn)
    return saving.save(request, document, content, base=base)


def come_back(request: MemberRequest, uuid: UUID, number: int) -> HttpResponse:
    """After a sign-in: a text kept for this version goes on from it, and becomes a new note if it is gone."""
    is_here = Document.objects.for_owner(request.keyholder.member).filter(pk=uuid).exists()
    if not is_here and kept.waits(request, within=reverse("desk")):
        return redirect("desk-new")
    opened = mine.opened(request, uuid)
    text = kept.take(request)
    if not text:
        return redirect("desk-document", uuid)
    return document.page(request, opened, begun(text, is_unsaved=True), base=number)
