"""Writing a reply to a letter, or to somebody else's reply. Nothing typed is lost, whatever goes wrong."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from offramp import campaigns
from offramp.letters.models import Letter
from offramp.pairing import farewell
from offramp.replies import rules, showing, writing
from offramp.replies.models import Reply
from offramp.replies.rules import Way
from offramp.replies.showing import Shown
from offramp.web import gate
from offramp.web.letters import rows
from offramp.web.replies import below, mine
from offramp.web.replies.forms import ReplyForm

SENT_A_MINUTE = 3  # by one neighborhood
SENT_AN_HOUR = 300  # by everybody: as many as organizers could read in a day


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, slug: str) -> HttpResponse:
    letter = get_object_or_404(Letter.objects.for_readers(at=timezone.now()), slug=slug)
    return _write(request, letter, None)


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, uuid: UUID) -> HttpResponse:
    to = showing.one(uuid)
    if to is None:
        raise Http404
    letter = get_object_or_404(Letter.objects.for_readers(at=timezone.now()), pk=to.letter_id)
    return _write(request, letter, to)


def _write(request: HttpRequest, letter: Letter, to: Reply | None) -> HttpResponse:
    if farewell.standing() or not below.is_open(letter):
        return _closed(request, letter)
    if request.method != "POST":
        return _form(request, letter, to, ReplyForm(), status=200)
    form = ReplyForm(request.POST)
    if not form.is_valid():
        return _form(request, letter, to, form, status=400)
    refused = gate.refusal(request, "reply", per_minute=SENT_A_MINUTE, an_hour=SENT_AN_HOUR)
    if refused:
        form.add_error(None, str(refused.words))
        return _form(request, letter, to, form, status=refused.status)
    return _send(request, letter, to, form)


def _send(request: HttpRequest, letter: Letter, to: Reply | None, form: ReplyForm) -> HttpResponse:
    said = form.said(get_language() or "en")
    once = gate.once(request, str(to.pk if to else letter.pk), said.name, said.email, said.text)
    try:
        reply = writing.write(once=once, letter=letter, to=to, said=said, now=timezone.now())
    except writing.Closed:
        return _closed(request, letter)
    except writing.Removed:
        return mine.show_removed(request, letter)
    except writing.Flooded:
        form.add_error(None, str(gate.TOO_MANY.words))
        return _form(request, letter, to, form, status=gate.TOO_MANY.status)
    except writing.NothingToAnswer:
        raise Http404 from None
    return mine.show_sent(request, reply)


def _form(
    request: HttpRequest, letter: Letter, to: Reply | None, form: ReplyForm, *, status: int
) -> HttpResponse:
    shown = {
        "form": form,
        "row": rows.shown(letter),
        "to": Shown(to) if to else None,
        "stamp": gate.stamp_again(request, "reply"),
        "is_shown_at_once": rules.way_of(letter) is Way.OPEN,
        "backup_days": campaigns.current().backup_days,
    }
    return render(request, "replies/new.html", shown, status=status)


def _closed(request: HttpRequest, letter: Letter) -> HttpResponse:
    """With what was typed while it closed."""
    shown = {"row": rows.shown(letter), "text": request.POST.get("text", "")}
    return render(request, "replies/closed.html", shown, status=409 if request.method == "POST" else 200)
