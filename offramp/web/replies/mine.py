"""One's own reply, by the link in the mail: how it stands, and the button that deletes it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from offramp import campaigns
from offramp.letters.models import Letter
from offramp.notices import addresses
from offramp.replies import removing
from offramp.web.letters import rows


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, key: str) -> HttpResponse:
    if request.method == "POST":
        removing.remove(key=key)
        return redirect("reply-mine", key=key)
    reply = removing.by_key(key)
    if reply is None:
        return render(request, "replies/nothing.html", {"other_languages": ()}, status=404)
    letter = Letter.objects.for_readers(at=timezone.now()).filter(pk=reply.letter_id).first()
    shown = {
        "reply": reply,
        "row": rows.shown(letter) if letter else None,
        "masked": addresses.masked(reply.email),
        "backup_days": campaigns.current().backup_days,
    }
    return render(request, "replies/mine.html", shown)
