"""Passing somebody on with a summary they decide about, or stopping at once."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from offramp.pairing import cards, endings, handovers
from offramp.pairing.models import Pairing
from offramp.web import kept, pace, told
from offramp.web.card_words import card_words
from offramp.web.caseload.conversation import paired
from offramp.web.caseload.door import at_caseload
from offramp.web.doors import MemberRequest
from offramp.web.texts import TextForm


@at_caseload
def handover(request: MemberRequest, uuid: UUID) -> HttpResponse:
    pairing = paired(request, uuid)
    if request.method != "POST":
        text = kept.take(request)
        return _handover_page(request, pairing, TextForm(initial={"text": text}), is_kept=bool(text))
    form = TextForm(request.POST)
    if refused := pace.refusal(form, of=request.keyholder.member):
        return _handover_page(request, pairing, form, status=refused)
    return _propose(request, pairing, form.cleaned_data["text"])


@at_caseload
def leaving(request: MemberRequest, uuid: UUID) -> HttpResponse:
    pairing = paired(request, uuid)
    if request.method != "POST":
        return render(request, "caseload/leaving.html", {"pairing": pairing, "card": _card(request, pairing)})
    endings.leave(by=request.keyholder.member, pairing=pairing)
    return told.redirect("caseload", told="left")


def _propose(request: MemberRequest, pairing: Pairing, text: str) -> HttpResponse:
    today = timezone.now().date()
    try:
        handovers.propose(by=request.keyholder, pairing=pairing, text=text, on=today)
    except handovers.AlreadyProposed:
        return told.redirect("caseload-handover", told="handover-waiting", uuid=pairing.pk)
    return told.redirect("caseload-handover", told="handover-proposed", uuid=pairing.pk)


def _handover_page(
    request: MemberRequest, pairing: Pairing, form: TextForm, *, is_kept: bool = False, status: int = 200
) -> HttpResponse:
    waiting = handovers.waiting(request=pairing.request)
    shown = {
        "pairing": pairing,
        "card": _card(request, pairing),
        "handover": waiting,
        "summary": handovers.read(by=request.keyholder, handover=waiting) if waiting else "",
        "form": form,
        "kept": is_kept,
        "told": told.on(request),
    }
    return render(request, "caseload/handover.html", shown, status=status)


def _card(request: MemberRequest, pairing: Pairing) -> object:
    return card_words(cards.read(card=pairing.request.card, by=request.keyholder))
