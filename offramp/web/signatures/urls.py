"""Addresses of this room. A letter may be called "mine": no key is as short as what stands above it."""

from django.urls import path

from offramp.web.signatures import listing, mine, new

urlpatterns = [
    path("<slug:slug>/new/", new.show, name="signature-new"),
    path("<slug:slug>/asked/", new.show_asked, name="signature-asked"),
    path("mine/<slug:key>/", mine.show, name="signature-mine"),
    path("mine/<slug:key>/withdrawal/", mine.withdraw, name="signature-withdrawal"),
    path("<slug:slug>/", listing.show, name="signatures"),
]
