"""Take it along: everything in one file that opens anywhere, with a name that says nothing."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods

from offramp.pairing import cards, conversation
from offramp.web.card_words import card_words
from offramp.web.doors import MemberRequest, for_seeker
from offramp.web.place import thread
from offramp.web.place.mine import case_of

NAME = "notes.html"
# The file has no other sheet to ask; it stands on a disk, far from ours.
LOOK = format_html(
    "<style>{}</style>",
    "body{max-width:38rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.6 Georgia,serif}"
    "li{margin-bottom:1.5rem}.said{white-space:pre-wrap;overflow-wrap:anywhere}dt{font-weight:bold}",
)
# Opened in place it is a page without an origin: nothing in it runs, loads or sends.
SHUT = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


@require_http_methods(["GET", "HEAD", "POST"])
@for_seeker
def show(request: MemberRequest) -> HttpResponse:
    if request.method != "POST":
        return render(request, "place/copy.html", {"file_name": NAME})
    case, today = case_of(request), timezone.now().date()
    said = conversation.read_as_seeker(by=request.keyholder, request=case)
    card = card_words(cards.read(card=case.card, by=request.keyholder))
    content = {"look": LOOK, "lines": thread.lines(said, today=None), "card": card, "today": today}
    answer = render(request, "place/file.html", content)
    answer["Content-Disposition"] = f'attachment; filename="{NAME}"'
    answer["Content-Security-Policy"] = SHUT
    return answer
