"""Addresses of the letters by mail: asking for them, and what belongs to one subscriber alone."""

from django.urls import path

from offramp.web.subscription import archive, ask, mine

urlpatterns = [
    path("", ask.show, name="subscription"),
    path("asked/", ask.show_asked, name="subscription-asked"),
    path("<slug:key>/", mine.show, name="subscription-mine"),
    path("<slug:key>/confirmation/", mine.confirm, name="subscription-confirmation"),
    path("<slug:key>/wishes/", mine.change, name="subscription-wishes"),
    path("<slug:key>/end/", mine.end, name="subscription-end"),
    path("<slug:key>/copy/", mine.take_along, name="subscription-copy"),
    path("<slug:key>/letters/", archive.show_all, name="subscription-letters"),
    path("<slug:key>/letters/<slug:slug>/", archive.show, name="subscription-letter"),
]
