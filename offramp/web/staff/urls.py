"""Addresses of the staff's way in."""

from django.urls import path

from offramp.web.staff import door, link, number

urlpatterns = [
    path("", door.show, name="staff"),
    path("link/<str:link>/", link.show, name="staff-link"),
    path("number/", number.show, name="staff-number"),
]
