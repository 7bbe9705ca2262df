"""The link somebody was given: says what it is, asks for the words that go with it, and begins."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from offramp.people import enrollment, sign_in
from offramp.people.models import Invitation
from offramp.sealed.codes import Code
from offramp.web import limits
from offramp.web.code import pending
from offramp.web.code.pending import Purpose
from offramp.web.errors import NO_ADDRESS

WRONG_A_MINUTE = 10
WRONG = _(
    "These are not the six words that go with this link. Compare each one with what the organizer who "
    "proposed you gave you; if they were renewed, only the newest ones count."
)
OFTEN = _("That was often. Take a minute, then try again.")


class WordsForm(forms.Form):
    words = forms.CharField(required=False, max_length=200)  # a link from the console has none


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, link: str) -> HttpResponse:
    """To open it uses nothing up: mail programs and messengers open links too."""
    try:
        invitation = enrollment.invitation_of(link=link, on=timezone.now().date())
    except enrollment.LinkUsedUp:
        return used_up(request)
    form = WordsForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        if invitation.takes(form.cleaned_data["words"]):
            return _begin(request, link, form.cleaned_data["words"])
        _refuse(request, form)
    return _page(request, invitation, form)


def used_up(request: HttpRequest) -> HttpResponse:
    """Used, withdrawn, too old or never made: nobody is told which."""
    return render(request, "staff/link_used_up.html", NO_ADDRESS, status=404)


def _begin(request: HttpRequest, link: str, words: str) -> HttpResponse:
    """Draw the code; somebody who came back for it finds the one they wrote down already."""
    if request.session.get("pending", {}).get("link") != link:
        request.session.flush()
        pending.begin(request.session, Code.draw(), Purpose.ENROLLMENT)
        request.session["pending"] |= {"link": link, "words": words}
    return redirect("code")


def _refuse(request: HttpRequest, form: WordsForm) -> None:
    form.add_error("words", WRONG)
    # Counted when wrong: whoever was given the words gets in, however many others are guessing nearby.
    if not limits.allow(request, "words", per_minute=WRONG_A_MINUTE):
        form.add_error("words", OFTEN)


def _page(request: HttpRequest, invitation: Invitation, form: WordsForm) -> HttpResponse:
    signed_in = sign_in.resume(request.session)
    shown = {"invitation": invitation, "form": form, "signed_in": signed_in}
    return render(request, "staff/link.html", shown, status=400 if form.is_bound else 200)
