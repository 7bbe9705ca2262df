"""Addresses of a letter on a seeker's desk."""

from django.urls import path

from offramp.web.desk.letter import letter, new

urlpatterns = [
    path("letters/new/", new.show, name="desk-letter-new"),
    path("<uuid:uuid>/letter/<int:number>/draft/", letter.draw, name="desk-letter-draft"),
    path("<uuid:uuid>/letter/<int:number>/<slug:goal>/", letter.save_first, name="desk-letter-then"),
    path("<uuid:uuid>/letter/<int:number>/", letter.write, name="desk-letter-text"),
]
