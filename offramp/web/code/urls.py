"""Addresses of the code and its card."""

from django.urls import path

from offramp.web.code import card, code

urlpatterns = [
    path("", code.show, name="code"),
    path("card/", card.show, name="code-card"),
]
