"""The seekers' door: eight words, from any device. Every refused code gets the same answer."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from offramp.pairing import retention
from offramp.people import sign_in
from offramp.web import fields, kept, limits
from offramp.web.entry.forms import CodeForm

WRONG_A_MINUTE = 30


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return enter(request)
    keyholder = sign_in.resume(request.session)
    if keyholder and keyholder.member.is_seeker:
        return redirect("place")
    return render(request, "return/return.html", {"form": CodeForm()})


def enter(request: HttpRequest) -> HttpResponse:
    form = CodeForm(request.POST)
    if not form.is_valid():
        return again(request, form)
    try:
        keyholder = sign_in.seeker(form.cleaned_data["code"])
    except sign_in.NotKnown:
        return refuse(request, form)
    sign_in.begin(request.session, keyholder)
    retention.note_visit(by=keyholder, on=timezone.now().date())
    text, path = request.POST.get("text", ""), request.POST.get("path", "")
    kept_at = kept.keep(request.session, text=text, path=path) or kept.keep_fields(
        request.session, form=fields.posted(request.POST), path=path
    )
    return redirect(kept_at or "place")


def refuse(request: HttpRequest, form: CodeForm) -> HttpResponse:
    """Never drawn, burned, replaced or somebody else's kind of code: nobody is told which."""
    form.add_error("code", _("These eight words open nothing here. Compare each one with your card."))
    # Counted after the look-up: whoever has a code gets in, however many others are guessing nearby.
    if not limits.allow(request, "return", per_minute=WRONG_A_MINUTE):
        form.add_error("code", _("That was often. Take a minute, then try again."))
    return again(request, form)


def again(request: HttpRequest, form: CodeForm) -> HttpResponse:
    brought = {name: request.POST.get(name, "") for name in ("text", "path")}
    brought_fields = {"fields": fields.posted(request.POST)}
    return render(request, "return/return.html", {"form": form} | brought | brought_fields)
