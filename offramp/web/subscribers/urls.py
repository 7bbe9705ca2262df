"""Addresses of the organizers' pages about subscribers."""

from django.urls import path

from offramp.web.subscribers import bringing, copy, finding, listing

urlpatterns = [
    path("", listing.show, name="subscribers"),
    path("finding/", finding.show, name="subscribers-finding"),
    path("erasure/", finding.erase, name="subscribers-erasure"),
    path("import/", bringing.show, name="subscribers-import"),
    path("export/", copy.show, name="subscribers-export"),
]
