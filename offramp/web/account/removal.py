"""Removing a passkey, for the number."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from offramp.people import second_factor
from offramp.web.account.proof import NumberForm, is_proved
from offramp.web.doors import MemberRequest, for_staff


class RemovalForm(NumberForm):
    field_order = ("name", "number")

    name = forms.CharField(max_length=40, error_messages={"required": _("Choose the one to remove.")})


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def show(request: MemberRequest) -> HttpResponse:
    names = [passkey.name for passkey in second_factor.passkeys(by=request.keyholder)]
    form = RemovalForm(request.POST if request.method == "POST" else None)
    if not names or (form.is_valid() and form.cleaned_data["name"] not in names):
        return redirect("account-passkeys")  # gone already, as after a double click
    if form.is_bound and is_proved(request, form):
        second_factor.remove_passkey(by=request.keyholder, name=form.cleaned_data["name"])
        return redirect("account-passkeys")
    context = {"form": form, "names": names}
    return render(request, "account/removal.html", context, status=400 if form.is_bound else 200)
