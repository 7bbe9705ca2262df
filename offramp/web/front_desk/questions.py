"""Questions of advisers, and the front desk's answers."""

from typing import Any
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
from offramp.web.doors import MemberRequest, posted_from
from offramp.web.front_desk.door import at_front_desk
from offramp.web.texts import TextForm
from offramp.web.thread_lines import thread_lines


@require_safe
@at_front_desk
def show_all(request: MemberRequest) -> HttpResponse:
    asked = Question.objects.for_member(request.keyholder.member).select_related("adviser")
    found = advice.read_all(by=request.keyholder, questions=list(asked.order_by("number")))
    rows = [(question, said[0].text) for question, said in found]
    shown = {
        "waiting": [(question, text) for question, text in rows if not question.is_answered],
        "answered": [(question, text) for question, text in rows if question.is_answered],
        "told": told.on(request),
    }
    return render(request, "front_desk/questions.html", shown)


@require_safe
@at_front_desk
def show(request: MemberRequest, uuid: UUID) -> HttpResponse:
    text = kept.take(request)
    writing = {"form": TextForm(initial={"text": text}), "kept": bool(text)}
    return _page(request, _one(request, uuid), writing)


@posted_from("front-desk-question")
@at_front_desk
def answer(request: MemberRequest, uuid: UUID) -> HttpResponse:
    question = _one(request, uuid)
    form = TextForm(request.POST)
    if refused := pace.refusal(form, of=request.keyholder.member):
        return _page(request, question, {"form": form}, status=refused)
    text, today = form.cleaned_data["text"], timezone.now().date()
    advice.answer(by=request.keyholder, question=question, text=text, on=today)
    return told.redirect("front-desk-questions", told="answered")


def _one(request: MemberRequest, uuid: UUID) -> Question:
    asked = Question.objects.for_member(request.keyholder.member).select_related("adviser", "thread")
    return get_object_or_404(asked.all(), uuid=uuid)


def _page(
    request: MemberRequest, question: Question, writing: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    said = advice.read(by=request.keyholder, question=question)
    names: dict[str, str] = {Author.ADVISER: question.adviser.name, Author.FRONT_DESK: _("Front desk")}
    lines = thread_lines(said, mine=Author.FRONT_DESK, names=names)
    shown = {"question": question, "lines": lines}
    return render(request, "front_desk/question.html", shown | writing, status=status)
