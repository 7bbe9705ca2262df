"""A reader asks the organizers to look at a reply again."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from offramp.replies import reports
from offramp.replies.models import Reply
from offramp.replies.reports import Why
from offramp.replies.showing import Shown
from offramp.web import gate, told
from offramp.web.replies import thread
from offramp.web.replies.forms import ReportForm

SENT_A_MINUTE = 3


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, uuid: UUID) -> HttpResponse:
    reply, _letter = thread.standing(uuid)
    if Shown(reply).is_gone:
        raise Http404
    if request.method != "POST":
        return _form(request, reply, ReportForm(), status=200)
    form = ReportForm(request.POST)
    if not form.is_valid():
        return _form(request, reply, form, status=400)
    refused = gate.refusal(request, "report", per_minute=SENT_A_MINUTE)
    if refused:
        form.add_error(None, str(refused.words))
        return _form(request, reply, form, status=refused.status)
    why, text = Why(form.cleaned_data["why"]), form.cleaned_data["text"]
    reports.report(reply=reply, why=why, text=text, on=timezone.now().date())
    return told.redirect("reply", told="reported", uuid=uuid)


def _form(request: HttpRequest, reply: Reply, form: ReportForm, *, status: int) -> HttpResponse:
    stamp = gate.stamp_again(request, "report")
    shown = {"form": form, "shown": Shown(reply), "reasons": Why.choices, "stamp": stamp}
    return render(request, "replies/report.html", shown, status=status)
