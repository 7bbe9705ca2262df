"""One's own reply, by the link in the mail: how it stands, and the button that deletes it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from offramp import campaigns
from offramp.letters.models import Letter
from offramp.notices import addresses
from offramp.replies import removing
from offramp.replies.models import Reply
from offramp.web.errors import NO_ADDRESS
from offramp.web.letters import rows


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, key: str) -> HttpResponse:
    reply = removing.by_key(key)
    if request.method == "POST":
        removing.remove(key=key)
        return _nothing(request, _row(reply) if reply else None, status=200)
    if reply is None:
        return _nothing(request, None, status=404)
    return render(request, "replies/mine.html", _page(reply) | {"address": addresses.masked(reply.email)})


def show_sent(request: HttpRequest, reply: Reply) -> HttpResponse:
    """The answer to the form itself: only whoever typed the address sees it whole, and only now."""
    content = _page(reply) | NO_ADDRESS | {"address": reply.email, "is_just_sent": True}
    return render(request, "replies/mine.html", content)


def show_removed(request: HttpRequest, letter: Letter) -> HttpResponse:
    """The answer to a form that is sent again after its reply was deleted."""
    return _nothing(request, rows.shown(letter), status=200)


def _page(reply: Reply) -> dict[str, Any]:
    return {"reply": reply, "row": _row(reply), "backup_days": campaigns.current().backup_days}


def _nothing(request: HttpRequest, row: rows.Row | None, *, status: int) -> HttpResponse:
    """The same for a wrong link and for one that was used up; just after the button, what it did."""
    content = NO_ADDRESS | {"is_just_deleted": status == 200, "row": row}
    return render(request, "replies/nothing.html", content, status=status)


def _row(reply: Reply) -> rows.Row | None:
    letter = Letter.objects.for_readers(at=timezone.now()).filter(pk=reply.letter_id).first()
    return rows.shown(letter) if letter else None
