"""More of the replies to a letter than stand below it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from offramp.letters.models import Letter
from offramp.web.headers import public
from offramp.web.letters import rows
from offramp.web.replies import below, numbers


@public
@require_safe
def show(request: HttpRequest, slug: str) -> HttpResponse:
    letter = get_object_or_404(Letter.objects.for_readers(at=timezone.now()), slug=slug)
    replies = below.below(letter, numbers.asked(request))
    if replies.number > 1 and not replies.page.threads:
        raise Http404
    return render(request, "replies/listing.html", {"row": rows.shown(letter), "replies": replies})
