"""Passkeys: a key of the device or of a stick in place of the number; added with JavaScript alone."""

import secrets

from django import forms
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from offramp.people import passkeys, second_factor
from offramp.web.account.proof import NumberForm, is_proved
from offramp.web.doors import MemberRequest, for_staff
from offramp.web.headers import uses_passkeys
from offramp.web.staff import questions

SENTENCES = {
    questions.Forged: _("The page had been open for a long time. Try once more."),
    questions.TooOld: _("The page had been open for a long time. Try once more."),
    passkeys.NotAPasskey: _("That was not a passkey for this place. Try once more, or with another one."),
    second_factor.NameTaken: _("You have a passkey of that name already. Give this one another name."),
    second_factor.TooManyPasskeys: _("You have ten passkeys. Remove one first."),
}


class PasskeyForm(NumberForm):
    field_order = ("name", "number")

    name = forms.CharField(
        max_length=40, error_messages={"required": _("Give it a name, so that you know it again.")}
    )
    answer = forms.CharField(required=False, max_length=20_000)
    question = forms.CharField(required=False, max_length=300)


@uses_passkeys
@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def show(request: MemberRequest) -> HttpResponse:
    if request.method != "POST":
        return _page(request, PasskeyForm(), status=200)
    form = PasskeyForm(request.POST)
    if form.is_valid() and _add(request, form):
        return redirect("account-passkeys")
    return _page(request, form, status=400)


def _add(request: MemberRequest, form: PasskeyForm) -> bool:
    said = form.cleaned_data
    try:
        asked = questions.read(said["question"])
        passkey = passkeys.registered(
            answer=said["answer"], challenge=asked.challenge, origin=settings.ORIGIN, name=said["name"]
        )
        if not is_proved(request, form):
            return False
        second_factor.add_passkey(by=request.keyholder, passkey=passkey, on=timezone.now().date())
    except tuple(SENTENCES) as refused:
        form.add_error("name", SENTENCES[type(refused)])
        return False
    return True


def _page(request: MemberRequest, form: PasskeyForm, *, status: int) -> HttpResponse:
    kept, asked = second_factor.passkeys(by=request.keyholder), questions.ask()
    options = passkeys.registration_options(
        origin=settings.ORIGIN, challenge=asked.challenge, user_id=secrets.token_bytes(32), known=kept
    )
    context = {"form": form, "passkeys": kept, "question": asked.token, "answer": "", "options": options}
    if set(form.errors) == {"number"}:
        # The passkey was made already; asked anew, the device would keep a second one that opens nothing.
        context |= {"question": form["question"].value(), "answer": form["answer"].value()}
    return render(request, "account/passkeys.html", context, status=status)
