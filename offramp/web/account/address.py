"""Where the daily mail goes; an empty field ends it."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from offramp.notices import actions
from offramp.web.address_field import AddressField
from offramp.web.doors import MemberRequest, for_staff


class AddressForm(forms.Form):
    email = AddressField(required=False)


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def show(request: MemberRequest) -> HttpResponse:
    member = request.keyholder.member
    kept = actions.address_of(member)
    form = AddressForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        context = {"form": form, "kept": kept}
        return render(request, "account/address.html", context, status=400 if form.is_bound else 200)
    if form.cleaned_data["email"]:
        actions.keep_address(by=member, email=form.cleaned_data["email"], language=get_language())
    else:
        actions.forget_address(by=member)
    return redirect("account")
