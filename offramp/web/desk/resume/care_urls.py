"""Addresses of the care check."""

from django.urls import path

from offramp.web.desk.resume import care

urlpatterns = [
    path("<uuid:uuid>/care/", care.show, name="desk-care"),
    path("<uuid:uuid>/care/again/", care.mark_again, name="desk-care-again"),
]
