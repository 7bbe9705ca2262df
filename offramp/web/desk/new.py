"""A new note, which only the seeker can open until they share it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from offramp.documents import editing, kinds
from offramp.documents.editing import Changed
from offramp.documents.kinds.kind import Refused
from offramp.web import kept, pace, told
from offramp.web.desk import merge, one_text
from offramp.web.desk.forms import LONGEST_NOTE, NoteForm, begun
from offramp.web.desk.mine import or_404
from offramp.web.doors import MemberRequest, for_seeker


@require_http_methods(["GET", "HEAD", "POST"])
@for_seeker
def show(request: MemberRequest) -> HttpResponse:
    if request.method != "POST":
        text = kept.take(request, within=reverse("desk"))
        return page(request, begun(text, is_unsaved=bool(text)))
    form = NoteForm(request.POST)
    if refused := pace.refusal(form, of=request.keyholder.member):
        return page(request, form, status=refused)
    draft, today = form.drawn, timezone.now().date()
    content = one_text.read(form.cleaned_data["text"], base=kinds.of("note").empty(), draft=draft)
    try:
        with or_404():
            document = editing.begin(
                by=request.keyholder, kind="note", content=content, on=today, draft=draft
            )
            # Begun already, and sent once more from the page before with other words: those count too.
            editing.save(by=request.keyholder, document=document, content=content, base=1, on=today)
    except Changed as changed:
        return merge.page(request, changed)
    except Refused as refusal:
        form.refuse(refusal)
        return page(request, form, status=pace.INCOMPLETE)
    return told.redirect("desk-document", told="begun", uuid=document.pk)


def page(request: MemberRequest, form: NoteForm, *, status: int = 200) -> HttpResponse:
    return render(request, "desk/new.html", {"form": form, "longest": LONGEST_NOTE}, status=status)
