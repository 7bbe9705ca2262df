"""Where there is no more room: one page says so and what to do, and gives back what was sent."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from offramp.documents import amounts
from offramp.documents.amounts import TooMuch
from offramp.web import errors

SENTENCES: dict[type[TooMuch], Promise] = {
    amounts.TooManyDocuments: _("The desk holds 200 documents. Delete one that you no longer need."),
    amounts.TooManyVersions: _(
        "This document has been saved 3,000 times, which is as often as it can be. "
        "Copy the text, begin a new document with it, and go on there."
    ),
    amounts.TooMuchWritten: _(
        "The documents on the desk take 100 MB, with all their earlier versions. "
        "Delete one that you no longer need."
    ),
    amounts.TooManyFiles: _(
        "The desk holds 50 files, or 100 MB of them. Delete one that you no longer need."
    ),
    amounts.TooMuchSaid: _(
        "So much has been said about this document that there is no more room. "
        "The rest can go on in a new document."
    ),
}


def page(request: HttpRequest, why: TooMuch) -> HttpResponse:
    """Behind every door, since any page that writes may meet it."""
    content = errors.NO_ADDRESS | errors.kept_fields(request) | {"sentence": SENTENCES[type(why)]}
    return render(request, "errors/full.html", content, status=409)
