"""Addresses of the organizers' own pages for the letters."""

from django.urls import path

from offramp.web.writing import letter, listing, new, picture, publication, revisions, text

urlpatterns = [
    path("", listing.show, name="writing"),
    path("new/", new.show, name="writing-new"),
    path("<uuid:uuid>/", letter.show, name="writing-letter"),
    path("<uuid:uuid>/publication/", publication.create, name="writing-publication"),
    path("<uuid:uuid>/withdrawal/", publication.withdraw, name="writing-withdrawal"),
    path("<uuid:uuid>/withdrawal-undo/", publication.put_back, name="writing-withdrawal-undo"),
    path("<uuid:uuid>/picture/", picture.create, name="writing-picture"),
    path("<uuid:uuid>/picture/now/", picture.show, name="writing-picture-now"),
    path("<uuid:uuid>/picture/removal/", picture.remove, name="writing-picture-removal"),
    path("<uuid:uuid>/<str:language>/", text.show, name="writing-text"),
    path("<uuid:uuid>/<str:language>/preview/", text.preview, name="writing-preview"),
    path("<uuid:uuid>/<str:language>/revisions/", revisions.show_all, name="writing-revisions"),
    path("<uuid:uuid>/<str:language>/revisions/<int:number>/", revisions.show, name="writing-revision"),
    path(
        "<uuid:uuid>/<str:language>/revisions/<int:number>/restoration/",
        revisions.restore,
        name="writing-restoration",
    ),
]
