"""One reply, all that is known of it, and the campaign's own answer."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from offramp import campaigns
from offramp.replies import answering, queue
from offramp.replies.models import Reply
from offramp.web import kept, pace, told
from offramp.web.doors import MemberRequest, for_front_desk, posted_from
from offramp.web.moderation import rows
from offramp.web.moderation.forms import AnswerForm

OUT_OF_SIGHT = _(
    "It is not shown any more, so nobody would see your answer. It is still here, and went nowhere."
)


@require_safe
@for_front_desk
def show(request: MemberRequest, uuid: UUID) -> HttpResponse:
    found = _one(request, uuid)
    text = kept.take(request)
    return _page(request, found, {"form": AnswerForm(initial={"text": text}), "kept": bool(text)})


@posted_from("moderation-reply")
@for_front_desk
def answer(request: MemberRequest, uuid: UUID) -> HttpResponse:
    found = _one(request, uuid)
    form = AnswerForm(request.POST)
    if refused := pace.refusal(form, of=request.keyholder.member):
        return _page(request, found, {"form": form}, status=refused)
    try:
        answering.answer(
            reply=found,
            text=form.cleaned_data["text"],
            name=campaigns.current().text("name", found.language),
            by=request.keyholder.member,
            now=timezone.now(),
        )
    except answering.NotShown:
        form.add_error("text", OUT_OF_SIGHT)
        return _page(request, found, {"form": form}, status=409)
    return told.redirect("moderation-reply", told="answered-publicly", uuid=uuid)


def _one(request: MemberRequest, uuid: UUID) -> Reply:
    return get_object_or_404(queue.everything(seen_by=request.keyholder.member), pk=uuid)


def _page(request: MemberRequest, reply: Reply, more: dict[str, Any], *, status: int = 200) -> HttpResponse:
    answers = queue.campaign_answers(reply, seen_by=request.keyholder.member)
    content = {"row": rows.Row(reply), "answers": rows.shown(answers), "told": told.on(request)}
    return render(request, "moderation/reply.html", content | more, status=status)
