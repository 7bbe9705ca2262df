"""Addresses of the organizers' pages about subscribers."""

from django.urls import path

from offramp.web.subscribers import bringing, copy, finding, listing, mailing

urlpatterns = [
    path("", listing.show, name="subscribers"),
    path("finding/", finding.show, name="subscribers-finding"),
    path("erasure/", finding.erase, name="subscribers-erasure"),
    path("import/", bringing.show, name="subscribers-import"),
    path("mailings/<uuid:uuid>/stop/", mailing.stop, name="mailing-stop"),
    path("mailings/<uuid:uuid>/resumption/", mailing.resume, name="mailing-resumption"),
    path("export/", copy.show, name="subscribers-export"),
]
