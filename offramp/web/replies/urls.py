"""Addresses of the replies. Those of a letter begin with a letter of the alphabet, and are no uuid."""

from django.urls import path, re_path

from offramp.web.replies import feed, listing, mine, new, report, thread

urlpatterns = [
    path("feed.xml", feed.show, name="replies-feed"),
    re_path(r"^mine/(?P<key>[\w-]{32})/$", mine.show, name="reply-mine"),
    path("<uuid:uuid>/", thread.show, name="reply"),
    path("<uuid:uuid>/answer/", new.answer, name="reply-answer"),
    path("<uuid:uuid>/report/", report.show, name="reply-report"),
    path("<slug:slug>/", listing.show, name="replies-page"),
    path("<slug:slug>/new/", new.show, name="reply-new"),
    path("<slug:slug>/feed.xml", feed.show_of_letter, name="replies-feed-of-letter"),
]
