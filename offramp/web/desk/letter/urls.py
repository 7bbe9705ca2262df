"""Addresses of a letter on a seeker's desk."""

from django.urls import path

from offramp.web.desk.letter import letter, new

urlpatterns = [
    path("letters/new/", new.show, name="desk-letter-new"),
    path("<uuid:uuid>/letter/<int:number>/draft/", letter.draw, name="desk-letter-draft"),
    path("<uuid:uuid>/letter/<int:number>/pages/", letter.show_pages, name="desk-letter-pages"),
    path("<uuid:uuid>/letter/<int:number>/", letter.write, name="desk-letter-text"),
]
