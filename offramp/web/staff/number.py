"""The second factor of a new account: a secret for an app, and the number it shows back."""

from textwrap import wrap
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from offramp import campaigns
from offramp.people import enrollment, second_factor, sign_in
from offramp.people.second_factor import Number, WrongFactor
from offramp.sealed.codes import Code
from offramp.web.staff import link
from offramp.web.staff.drawing import draw


class NumberForm(forms.Form):
    number = forms.CharField(
        max_length=20, error_messages={"required": _("Type the six digits that your app shows now.")}
    )


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """Reached from the code, once its words were confirmed."""
    pending = request.session.get("pending", {})
    if pending.get("for") != "enrollment":
        return _without_pending(request)
    if not pending.get("confirmed"):
        return redirect("code")
    if "secret" not in pending:
        request.session["pending"] = pending = {**pending, "secret": second_factor.draw_secret()}
    if request.method == "POST":
        return _enroll(request, pending)
    return _page(request, pending, NumberForm(), status=200)


def _enroll(request: HttpRequest, pending: dict[str, Any]) -> HttpResponse:
    form = NumberForm(request.POST)
    if not form.is_valid():
        return _page(request, pending, form, status=400)
    try:
        keyholder = enrollment.enroll(
            link=pending["link"],
            words=pending["words"],
            code=Code.read(pending["code"]),
            secret=pending["secret"],
            number=Number(form.cleaned_data["number"]),
            at=timezone.now(),
        )
    except WrongFactor:
        form.add_error("number", _("That is not the number your app should show now. Wait for the next one."))
        return _page(request, pending, form, status=400)
    except (enrollment.LinkUsedUp, enrollment.WrongWords):
        request.session.flush()
        return link.used_up(request)
    sign_in.begin(request.session, keyholder)
    return redirect("account-profile" if keyholder.member.is_adviser else "staff")


def _page(request: HttpRequest, pending: dict[str, Any], form: NumberForm, *, status: int) -> HttpResponse:
    secret = pending["secret"]
    address = second_factor.address(secret, name=campaigns.current().neutral_name)
    context = {"form": form, "drawing": draw(address), "address": address, "secret": wrap(secret, 4)}
    return render(request, "staff/number.html", context, status=status)


def _without_pending(request: HttpRequest) -> HttpResponse:
    """Enrolled already, as after a second press of the button; or away so long that all begins again."""
    if sign_in.resume(request.session) is not None:
        return redirect("staff")
    return render(request, "staff/begin_again.html")
