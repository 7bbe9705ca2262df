"""The conversation with one person: their card beside it, a field to answer in."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from offramp.documents import desks
from offramp.pairing import cards, conversation, drafts, handovers
from offramp.pairing.models import Pairing
from offramp.threads.models import Author
from offramp.web import kept, pace, told
from offramp.web.card_words import card_words
from offramp.web.caseload.door import at_caseload
from offramp.web.doors import MemberRequest, posted_from
from offramp.web.headers import sends_files
from offramp.web.texts import NoteForm, TextForm
from offramp.web.thread_lines import Line


@sends_files
@require_safe
@at_caseload
def show(request: MemberRequest, uuid: UUID) -> HttpResponse:
    pairing = paired(request, uuid)
    text = kept.take(request)
    draft = drafts.read(by=request.keyholder, pairing=pairing)
    writing = {
        "form": TextForm(initial={"text": text or draft}),
        "kept": bool(text),
        "has_draft": bool(draft),
    }
    return page(request, pairing, writing)


@sends_files
@posted_from("caseload-conversation")
@at_caseload
def keep_draft(request: MemberRequest, uuid: UUID) -> HttpResponse:
    pairing, form = paired(request, uuid), NoteForm(request.POST)
    if refused := pace.refusal(form, of=request.keyholder.member):
        return page(request, pairing, {"form": form}, status=refused)
    text = form.cleaned_data["text"]
    drafts.keep(by=request.keyholder, pairing=pairing, text=text)
    return told.redirect("caseload-conversation", told="kept" if text else "draft-gone", uuid=uuid)


def paired(request: MemberRequest, uuid: UUID) -> Pairing:
    """Raises Http404 for other people's, and for one that ended."""
    mine = Pairing.objects.for_adviser(request.keyholder.member).select_related("request__card", "adviser")
    return get_object_or_404(mine.select_related("request__thread"), pk=uuid)


def page(
    request: MemberRequest, pairing: Pairing, writing: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    card = card_words(cards.read(card=pairing.request.card, by=request.keyholder))
    shown = {
        "pairing": pairing,
        "card": card,
        "lines": _lines(request, pairing, card.nickname),
        "handover": handovers.waiting(request=pairing.request),
        "on_desk": desks.waiting_for_reader(request.keyholder.member)[pairing.request.seeker_id],
        "told": told.on(request),
    }
    return render(request, "caseload/conversation.html", shown | writing, status=status)


def _lines(request: MemberRequest, pairing: Pairing, nickname: str) -> list[Line]:
    """An adviser before this one may stand here too, under their own name."""
    me, you = request.keyholder.member.name, _("You")
    said = conversation.read_as_adviser(by=request.keyholder, pairing=pairing)
    lines = []
    for one in said:
        is_mine = one.author == Author.ADVISER and one.name == me
        who = nickname if one.author == Author.SEEKER else one.name
        lines.append(Line(you if is_mine else who, one.day, is_mine, one.text, one.files))
    return lines
