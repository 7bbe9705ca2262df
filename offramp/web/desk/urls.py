"""Addresses of a seeker's desk."""

from django.urls import path

from offramp.web.desk import (
    desk,
    document,
    file_urls,
    history,
    new,
    next_version,
    removal,
    review_urls,
    sharing,
    version,
)
from offramp.web.desk.letter import urls as letter_urls
from offramp.web.desk.resume import urls as resume_urls

urlpatterns = [
    path("", desk.show, name="desk"),
    path("new/", new.show, name="desk-new"),
    *review_urls.urlpatterns,
    *file_urls.urlpatterns,
    *resume_urls.urlpatterns,
    *letter_urls.urlpatterns,
    path("<uuid:uuid>/", document.show, name="desk-document"),
    path("<uuid:uuid>/versions/", history.show, name="desk-versions"),
    path("<uuid:uuid>/versions/<int:number>/", version.show, name="desk-version"),
    path("<uuid:uuid>/versions/<int:number>/next/", next_version.show, name="desk-next-version"),
    path("<uuid:uuid>/versions/<int:number>/restoration/", version.restore, name="desk-restoration"),
    path("<uuid:uuid>/sharing/", sharing.show, name="desk-sharing"),
    path("<uuid:uuid>/sharing/end/", sharing.end, name="desk-sharing-end"),
    path("<uuid:uuid>/removal/", removal.show, name="desk-removal"),
]
