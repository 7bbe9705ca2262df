"""Closing intake for a while with a kind text, and opening it again."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language

from offramp import campaigns
from offramp.pairing import front_desk
from offramp.pairing.models import Pause
from offramp.web import kept, told
from offramp.web.doors import MemberRequest, posted_from
from offramp.web.front_desk.door import at_front_desk
from offramp.web.texts import LongText


class PauseForm(forms.Form):
    text = LongText(longest=Pause.LONGEST)


@at_front_desk
def pause(request: MemberRequest) -> HttpResponse:
    if request.method != "POST":
        return _form(request)
    form = PauseForm(request.POST)
    if not form.is_valid():
        return render(request, "front_desk/pause.html", {"form": form}, status=400)
    today = timezone.now().date()
    front_desk.pause(by=request.keyholder.member, text=form.cleaned_data["text"], on=today)
    return told.redirect("front-desk", told="paused")


def _form(request: MemberRequest) -> HttpResponse:
    text, standing = kept.take(request), front_desk.paused()
    ready = standing.text if standing else campaigns.current().text("pause", get_language() or "en")
    form = PauseForm(initial={"text": text or ready})
    return render(request, "front_desk/pause.html", {"form": form, "kept": bool(text)})


@posted_from("front-desk")
@at_front_desk
def resume(request: MemberRequest) -> HttpResponse:
    front_desk.resume(by=request.keyholder.member, on=timezone.now().date())
    return told.redirect("front-desk", told="resumed")
