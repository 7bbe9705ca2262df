"""A file for the desk: chosen, looked through, cleaned, and from then on a document like others."""

from uuid import uuid4

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from offramp.documents import files, versions
from offramp.web import kept
from offramp.web.desk import file
from offramp.web.desk.mine import or_404
from offramp.web.doors import MemberRequest, for_seeker
from offramp.web.files import arriving
from offramp.web.files.arriving import LONGEST_NAME, Arrived, FileForm
from offramp.web.uploads import takes_files


@takes_files
@require_http_methods(["GET", "HEAD", "POST"])
@for_seeker
def show(request: MemberRequest) -> HttpResponse:
    if request.method != "POST":
        text = kept.take(request)
        return page(request, FileForm(initial={"text": text, "draft": uuid4()}), is_kept=bool(text))
    form = FileForm(request.POST, request.FILES)
    if refused := arriving.refusal(form, request):
        return page(request, form, status=refused)
    arrived: Arrived = form.cleaned_data["file"]
    title, today = form.cleaned_data["text"] or arrived.title, timezone.now().date()
    with or_404():
        document = files.begin(
            by=request.keyholder, cleaned=arrived.for_keeping(), title=title, on=today, draft=form.drawn
        )
        opened = versions.read(by=request.keyholder, document=document)
    # Not after a redirect: what was removed is shown this once, and kept nowhere.
    return file.page(request, opened, files.listed(opened)[0], arrived=arrived)


def page(request: MemberRequest, form: FileForm, *, is_kept: bool = False, status: int = 200) -> HttpResponse:
    content = {"form": form, "longest": LONGEST_NAME, "kept": is_kept}
    return render(request, "desk/bring.html", content, status=status)
