"""The form below which a letter is signed, and what stands there once it was sent."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from offramp.letters.models import Letter
from offramp.signatures import signing
from offramp.web import context, gate, pace
from offramp.web.letters import rows
from offramp.web.signatures.forms import AskingForm

PURPOSE = "signature"
SIGNED_A_MINUTE = 6  # by one neighborhood; a whole assembly may sign in one room


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, slug: str) -> HttpResponse:
    letter = public(slug)
    if context.announced() or not signing.is_open(letter, at=timezone.now()):
        return closed(request, letter)
    if request.method != "POST":
        return _page(request, letter, AskingForm(), stamp=gate.stamp(PURPOSE))
    form = AskingForm(request.POST)
    status = _refusal(form, request)
    if status:
        return _page(request, letter, form, stamp=gate.stamp_again(request, PURPOSE), status=status)
    try:
        _ask(request, letter, form)
    except signing.NotOpen:
        return closed(request, letter)
    return redirect("signature-asked", slug)


@require_safe
def show_asked(request: HttpRequest, slug: str) -> HttpResponse:
    """The same for everybody: it does not say whether the address signed before."""
    return render(request, "signatures/asked.html", {"row": rows.shown(public(slug))})


def public(slug: str) -> Letter:
    return get_object_or_404(Letter.objects.for_readers(at=timezone.now()), slug=slug)


def closed(request: HttpRequest, letter: Letter) -> HttpResponse:
    status = 409 if request.method == "POST" else 200
    return render(request, "signatures/closed.html", {"row": rows.shown(letter)}, status=status)


def _refusal(form: AskingForm, request: HttpRequest) -> int:
    """Why the form goes back, as a status; 0 when it is let in."""
    if not form.is_valid():
        return pace.INCOMPLETE
    refused = gate.refusal(request, PURPOSE, per_minute=SIGNED_A_MINUTE)
    if refused:
        form.add_error(None, str(refused.words))
    return refused.status if refused else 0


def _ask(request: HttpRequest, letter: Letter, form: AskingForm) -> None:
    """Raises NotOpen."""
    name, email = form.cleaned_data["name"], form.cleaned_data["email"]
    signing.ask(
        letter=letter,
        name=name,
        email=email,
        language=get_language() or "en",
        form=gate.once(request, letter.slug, name, email),
        now=timezone.now(),
    )


def _page(
    request: HttpRequest, letter: Letter, form: AskingForm, *, stamp: str, status: int = 200
) -> HttpResponse:
    content = {"row": rows.shown(letter), "form": form, "stamp": stamp}
    return render(request, "signatures/new.html", content, status=status)
