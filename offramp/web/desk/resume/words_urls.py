"""Addresses of words offered on the line, and of one line alone."""

from django.urls import path

from offramp.web.desk.resume import words, words_line

urlpatterns = [
    path("<uuid:uuid>/wording/", words.show, name="desk-wording"),
    path("<uuid:uuid>/wording/<path:place>/", words.show, name="desk-place-wording"),
    path("<uuid:uuid>/versions/<int:number>/line/<path:place>/", words_line.show, name="desk-line"),
]
