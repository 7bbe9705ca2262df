"""Addresses of a paper beside a posting."""

from django.urls import path

from offramp.web.desk.resume import posting

urlpatterns = [
    path("<uuid:uuid>/posting/", posting.show, name="desk-posting"),
    path("<uuid:uuid>/posting/removal/", posting.forget, name="desk-posting-removal"),
]
