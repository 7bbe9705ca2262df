"""All names that stand below a letter. Search engines are asked to leave them: a name can be withdrawn."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from offramp.signatures import showing
from offramp.signatures.models import Signature
from offramp.web.letters import rows
from offramp.web.signatures import new

A_PAGE = 200


@require_safe
def show(request: HttpRequest, slug: str) -> HttpResponse:
    letter = new.public(slug)
    names = Signature.objects.for_readers().filter(letter=letter).named().values_list("name", flat=True)
    page = Paginator(names, A_PAGE).get_page(request.GET.get("page"))
    below = showing.below(letter, at=timezone.now())
    unnamed = showing.Counted(below.count - page.paginator.count)
    content = {"row": rows.shown(letter), "signing": below, "page": page, "unnamed": unnamed}
    return render(request, "signatures/listing.html", content)
