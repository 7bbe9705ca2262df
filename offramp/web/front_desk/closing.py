"""Closing a request, with a kind reason that its seeker reads."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from offramp.pairing import front_desk
from offramp.web import pace, told
from offramp.web.doors import MemberRequest
from offramp.web.front_desk import opened, ready
from offramp.web.front_desk.door import at_front_desk
from offramp.web.front_desk.rows import Row


@at_front_desk
def closing(request: MemberRequest, uuid: UUID) -> HttpResponse:
    found = opened.one(request, uuid)
    if request.method != "POST":
        return _page(request, found, ready.first_words(request, ready.reasons()))
    form = ready.AnswerForm(request.POST)
    if refused := pace.refusal(form, of=request.keyholder.member):
        return _page(request, found, {"form": form}, status=refused)
    return _close(request, found, form.cleaned_data["text"])


def _close(request: MemberRequest, found: Row, text: str) -> HttpResponse:
    today = timezone.now().date()
    try:
        front_desk.close(by=request.keyholder, request=found.request, text=text, on=today)
    except front_desk.StillOffered:
        return told.redirect("front-desk-request", told="still-offered", uuid=found.request.uuid)
    return told.redirect("front-desk", told="closed")


def _page(request: MemberRequest, found: Row, writing: dict[str, Any], *, status: int = 200) -> HttpResponse:
    return render(request, "front_desk/closing.html", {"row": found} | writing, status=status)
