"""Addresses of the letters; what stands above the last ones can be no letter's own."""

from django.urls import path

from offramp.web.letters import feed, index, letter, search

urlpatterns = [
    path("", index.show, name="letters"),
    path("search/", search.show, name="letters-search"),
    path("feed.xml", feed.show, name="letters-feed"),
    path("<int:year>/", index.show_year, name="letters-year"),
    path("<slug:slug>/", letter.show, name="letter"),
    path("<slug:slug>/picture/", letter.show_picture, name="letter-picture"),
    path("<slug:slug>/card/", letter.show_card, name="letter-card"),
]
