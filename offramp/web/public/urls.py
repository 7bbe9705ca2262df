"""Addresses of the public pages."""

from django.urls import path

from offramp.web.public import confidence, landing, now, pages

urlpatterns = [
    path("", landing.show, name="landing"),
    path("confidence/", confidence.show, name="confidence"),
    path("now/", now.show, name="now"),
    path("about/", pages.show, {"name": "about"}, name="about"),
    path("privacy/", pages.show, {"name": "privacy"}, name="privacy"),
    path("accessibility/", pages.show, {"name": "accessibility"}, name="accessibility"),
]
