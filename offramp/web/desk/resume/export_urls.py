"""Addresses of taking a paper away, and of what is kept of its owner for it."""

from django.urls import path

from offramp.web.desk.resume import contact, export

urlpatterns = [
    path("<uuid:uuid>/contact/", contact.keep_found, name="desk-contact"),
    path("<uuid:uuid>/contact/removal/", contact.forget, name="desk-contact-removal"),
    path("<uuid:uuid>/export/", export.show, name="desk-export"),
    path("<uuid:uuid>/export/again/", export.again, name="desk-export-again"),
    path("<uuid:uuid>/export/file/", export.file, name="desk-export-file"),
]
