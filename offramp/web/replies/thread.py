"""One reply in full, and what was answered to it."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from offramp.letters.models import Letter
from offramp.replies import showing
from offramp.replies.models import Reply
from offramp.replies.showing import Shown
from offramp.web import told
from offramp.web.headers import public
from offramp.web.letters import rows
from offramp.web.replies import below, numbers


@public
@require_safe
def show(request: HttpRequest, uuid: UUID) -> HttpResponse:
    reply, letter = standing(uuid)
    number = numbers.asked(request)
    answers, has_next = showing.answers(reply, number)
    shown = {
        "shown": Shown(reply),
        "before": _before(Shown(reply)),
        "answers": answers,
        "number": number,
        "next_number": number + 1 if has_next else None,
        "row": rows.shown(letter),
        "is_open": below.is_open(letter),
        "told": told.on(request),
    }
    return render(request, "replies/thread.html", shown)


def _before(shown: Shown) -> UUID | None:
    """What it answers; the beginning of its thread where that is gone."""
    return shown.reply.towards_id if shown.towards else shown.reply.to_id


def standing(uuid: UUID) -> tuple[Reply, Letter]:
    """What anybody may see at this address, below a letter that is public."""
    reply = showing.one(uuid) or showing.thread(uuid)
    if reply is None:
        raise Http404
    return reply, get_object_or_404(Letter.objects.for_readers(at=timezone.now()), pk=reply.letter_id)
