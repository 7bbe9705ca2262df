"""The address of the first message."""

from django.urls import path

from offramp.web.help import asking

urlpatterns = [
    path("help/", asking.show, name="help"),
]
