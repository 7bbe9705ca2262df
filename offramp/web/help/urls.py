"""The addresses of the first message."""

from django.urls import path

from offramp.web.help import asking, from_letter

urlpatterns = [
    path("help/", asking.show, name="help"),
    path("help/letter/", from_letter.show, name="help-letter"),
]
