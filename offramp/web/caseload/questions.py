"""Asking the front desk for advice, about nobody by name."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from offramp.pairing import advice
from offramp.pairing.models import Question
from offramp.threads.models import Author
from offramp.web import kept, pace, told
from offramp.web.caseload.door import at_caseload
from offramp.web.doors import MemberRequest
from offramp.web.texts import TextForm
from offramp.web.thread_lines import thread_lines


@at_caseload
def questions(request: MemberRequest) -> HttpResponse:
    if request.method != "POST":
        text = kept.take(request)
        return _page(request, TextForm(initial={"text": text}), is_kept=bool(text))
    form = TextForm(request.POST)
    if refused := pace.refusal(form, of=request.keyholder.member):
        return _page(request, form, status=refused)
    advice.ask(by=request.keyholder, text=form.cleaned_data["text"], on=timezone.now().date())
    return told.redirect("caseload-questions", told="asked")


@require_safe
@at_caseload
def show(request: MemberRequest, uuid: UUID) -> HttpResponse:
    mine = Question.objects.for_member(request.keyholder.member).select_related("thread")
    question = get_object_or_404(mine.all(), uuid=uuid)
    said = advice.read(by=request.keyholder, question=question)
    names: dict[str, str] = {Author.ADVISER: _("You"), Author.FRONT_DESK: _("Front desk")}
    lines = thread_lines(said, mine=Author.ADVISER, names=names)
    return render(request, "caseload/question.html", {"question": question, "lines": lines})


def _page(
    request: MemberRequest, form: TextForm, *, is_kept: bool = False, status: int = 200
) -> HttpResponse:
    mine = Question.objects.for_member(request.keyholder.member).order_by("-number")
    found = advice.read_all(by=request.keyholder, questions=list(mine))
    shown = {
        "questions": [(question, said[0]) for question, said in found],
        "form": form,
        "kept": is_kept,
        "told": told.on(request),
    }
    return render(request, "caseload/questions.html", shown, status=status)
