"""The staff's door: a code, and a number or a passkey, in one form; every refusal is the same one."""

from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from offramp.people import front_desk, passkeys, sign_in
from offramp.people.keyholders import Keyholder
from offramp.people.passkeys import Assertion
from offramp.people.second_factor import Number
from offramp.sealed.keys import fingerprint
from offramp.web import fields, kept, limits
from offramp.web.entry.forms import CodeForm
from offramp.web.errors import NO_ADDRESS
from offramp.web.headers import uses_passkeys
from offramp.web.staff import questions

WRONG_A_MINUTE = 30
UNKNOWN = _(
    "This code and this number do not belong together here. Look at the words once more; "
    "a number works once, and for half a minute. After many wrong numbers only another organizer can help."
)
OFTEN = _("That was often. Take a minute, then try again.")
LAY_TOO_LONG = _("The page had been open for a long time. Use your passkey once more, or type the number.")


class SignInForm(CodeForm):
    """A code, and the number or the passkey that goes with it."""

    number = forms.CharField(required=False, max_length=20)
    answer = forms.CharField(required=False, max_length=8000)
    question = forms.CharField(required=False, max_length=300)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("answer"):
            cleaned["proof"] = self._assertion(cleaned)
        elif cleaned.get("number"):
            cleaned["proof"] = Number(cleaned["number"])
        elif "number" not in self.errors:
            self.add_error("number", _("Type the six digits that your app shows now."))
        return cleaned

    def _assertion(self, cleaned: dict[str, Any]) -> Assertion | None:
        try:
            asked = questions.read(cleaned.get("question", ""))
        except (questions.Forged, questions.TooOld):
            self.add_error(None, LAY_TOO_LONG)
            return None
        return Assertion(cleaned["answer"], asked.challenge, asked.asked_at, settings.ORIGIN)


@uses_passkeys
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return _sign_in(request)
    keyholder = sign_in.resume(request.session)
    if keyholder is not None and keyholder.member.is_staff:
        return _home(request, keyholder)
    return _door(request, SignInForm(), status=200)


def _sign_in(request: HttpRequest) -> HttpResponse:
    form = SignInForm(request.POST)
    if not form.is_valid():
        return _door(request, form, status=400)
    code, proof = form.cleaned_data["code"], form.cleaned_data["proof"]
    try:
        keyholder = sign_in.staff(code, proof=proof, at=timezone.now())
    except sign_in.NotKnown:
        form.add_error(None, UNKNOWN)
        # Counted after the look-up: whoever has a code gets in, however many others are guessing nearby.
        if not limits.allow(request, "staff", per_minute=WRONG_A_MINUTE):
            form.add_error(None, OFTEN)
        return _door(request, form, status=400)
    sign_in.begin(request.session, keyholder)
    brought = _brought(request)
    kept_at = kept.keep(request.session, **brought) or kept.keep_fields(
        request.session, form=fields.posted(request.POST), path=brought["path"]
    )
    return redirect(kept_at or "staff")


def _door(request: HttpRequest, form: SignInForm, *, status: int) -> HttpResponse:
    """With a text that came along, the page that keeps it; without one, the door alone."""
    brought, others = _brought(request), fields.posted(request.POST)
    if brought["text"] or others:
        kept_here = {"form": form, "fields": others, **brought}
        return render(request, "staff/away.html", NO_ADDRESS | kept_here, status=status)
    asked = questions.ask()
    options = passkeys.authentication_options(origin=settings.ORIGIN, challenge=asked.challenge)
    context = {"form": form, "question": asked.token, "options": options}
    return render(request, "staff/door.html", context, status=status)


def _brought(request: HttpRequest) -> dict[str, str]:
    """What was typed before the visit ended, and where."""
    return {name: request.POST.get(name, "") for name in ("text", "reason", "path")}


def _home(request: HttpRequest, keyholder: Keyholder) -> HttpResponse:
    member = keyholder.member
    if member.is_adviser:
        return redirect("caseload")
    if front_desk.has_access(member):
        return redirect("front-desk")
    context = {
        "member": member,
        "fingerprint": fingerprint(keyholder.keys.public),
        "others": [other.name for other in front_desk.organizers_with_access().order_by("name")],
    }
    return render(request, "staff/waiting.html", context)
