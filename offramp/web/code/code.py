"""The code, once: shown until two of its words were repeated, then never again."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from offramp.pairing import intake
from offramp.people import codes, sign_in, storage
from offramp.people.keyholders import Keyholder
from offramp.web import told
from offramp.web.code import pending
from offramp.web.code.forms import WordsForm
from offramp.web.code.pending import Pending, Purpose
from offramp.web.errors import NO_ADDRESS


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    waiting = pending.of(request.session)
    if waiting is None:
        return nothing_waits(request)
    if waiting.is_confirmed:
        return redirect("staff-number")
    form = WordsForm(request.POST if request.method == "POST" else None, pending=waiting)
    if form.is_valid():
        return CONFIRMED[waiting.purpose](request, waiting)
    return render(request, "code/code.html", {"pending": waiting, "form": form})


def nothing_waits(request: HttpRequest) -> HttpResponse:
    """Confirmed before, by a double click perhaps; or the visit ended while somebody looked for a pen."""
    keyholder = sign_in.resume(request.session)
    if keyholder is None:
        return render(request, "code/ended.html", NO_ADDRESS)
    return redirect(pending.home_of(keyholder.member))


def confirm_first(request: HttpRequest, waiting: Pending) -> HttpResponse:  # noqa: ARG001
    keyholder = sign_in.resume(request.session)
    if keyholder is None:
        return end(request)
    intake.confirm(by=keyholder)
    del request.session["pending"]
    return redirect("place")


def confirm_new(request: HttpRequest, waiting: Pending) -> HttpResponse:
    keyholder = sign_in.resume(request.session)
    try:
        renewed = replace(keyholder, waiting) if keyholder else None
    except codes.CodeReplaced:
        renewed = None
    if renewed is None:
        return end(request)
    # What was sealed to the old words lies in the engine's log until it is emptied.
    storage.forget_now()
    sign_in.begin(request.session, renewed)
    return told.redirect(pending.home_of(renewed.member), told="new-code")


def confirm_enrollment(request: HttpRequest, waiting: Pending) -> HttpResponse:  # noqa: ARG001
    request.session["pending"] = request.session["pending"] | {"confirmed": True}
    return redirect("staff-number")


CONFIRMED = {
    Purpose.FIRST: confirm_first,
    Purpose.NEW: confirm_new,
    Purpose.ENROLLMENT: confirm_enrollment,
}


def replace(keyholder: Keyholder, waiting: Pending) -> Keyholder:
    return codes.replace(by=keyholder, code=waiting.code, on=timezone.now().date())


def end(request: HttpRequest) -> HttpResponse:
    """Another code was confirmed in another window, or everything burned there: these words are nobody's."""
    request.session.flush()
    return render(request, "code/ended.html", NO_ADDRESS)
