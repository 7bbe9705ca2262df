"""One's own signature, behind the link in one mail. Looking changes nothing: mail scanners look."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from offramp.notices import addresses
from offramp.signatures import signing
from offramp.signatures.models import Signature
from offramp.web import pace, told
from offramp.web.doors import posted_from
from offramp.web.errors import NO_ADDRESS
from offramp.web.letters import rows
from offramp.web.signatures import new
from offramp.web.signatures.forms import COUNTED, SHOWN, SignatureForm


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, key: str) -> HttpResponse:
    """Posted: confirmed, or changed, as the form says."""
    signature = Signature.objects.for_owner(key).first()
    if signature is None:
        return _gone(request, status=404)
    if request.method != "POST":
        way = SHOWN if signature.is_shown else COUNTED
        return _page(request, signature, SignatureForm(initial={"way": way, "name": signature.name}))
    form = SignatureForm(request.POST)
    if not form.is_valid():
        return _page(request, signature, form, status=pace.INCOMPLETE)
    try:
        signing.settle(key=key, name=form.cleaned_data["name"], now=timezone.now())
    except signing.Gone:
        return _gone(request, status=404)
    except signing.NotOpen:
        return new.closed(request, signature.letter)
    word = "signature-changed" if signature.confirmed_on else "signed"
    return told.redirect("signature-mine", told=word, key=key)


@posted_from("signature-mine")
def withdraw(request: HttpRequest, key: str) -> HttpResponse:
    """Once or twice: there is nothing left."""
    signing.withdraw(key=key)
    return _gone(request, status=200)


def _page(
    request: HttpRequest, signature: Signature, form: SignatureForm, *, status: int = 200
) -> HttpResponse:
    letter, now = signature.letter, timezone.now()
    content = {
        "told": told.on(request),
        "signature": signature,
        "address": addresses.masked(signature.email),
        # Its title may have changed since it was withdrawn, and that is nobody's business yet.
        "row": rows.shown(letter) if letter.is_public(at=now) else None,
        "may_settle": bool(signature.confirmed_on) or signing.is_open(letter, at=now),
        "form": form,
    }
    return render(request, "signatures/mine.html", content, status=status)


def _gone(request: HttpRequest, *, status: int) -> HttpResponse:
    """The same for a wrong link and for one whose signature is withdrawn."""
    content = NO_ADDRESS | {"is_withdrawn": status == 200}
    return render(request, "signatures/gone.html", content, status=status)
