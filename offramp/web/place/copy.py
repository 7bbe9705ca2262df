"""Take it along: everything in one file that opens anywhere, with a name that says nothing."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from offramp.pairing import cards, conversation
from offramp.web import keepsake
from offramp.web.card_words import card_words
from offramp.web.doors import MemberRequest, for_seeker
from offramp.web.place import files, papers, thread
from offramp.web.place.mine import case_of


@require_http_methods(["GET", "HEAD", "POST"])
@for_seeker
def show(request: MemberRequest) -> HttpResponse:
    case, today = case_of(request), timezone.now().date()
    said = conversation.read_as_seeker(by=request.keyholder, request=case)
    taken = files.all_of(request.keyholder, said)
    if request.method != "POST":
        apart = [file for file in taken if file.apart]
        return render(request, "place/copy.html", {"file_name": keepsake.NAME, "apart": apart})
    card = card_words(cards.read(card=case.card, by=request.keyholder))
    content = {
        "lines": thread.lines(said, today=None),
        "card": card,
        "today": today,
        "papers": papers.all_of(request.keyholder),
        "files": taken,
    }
    return keepsake.answer(request, "place/file.html", content)
