"""Addresses of an old résumé on its way in, and of the lines of it that nobody understood."""

from django.urls import path

from offramp.web.desk.resume import bring, bring_steps, bring_unread

urlpatterns = [
    path("bring/", bring.show, name="desk-bring"),
    path("<uuid:uuid>/bringing/", bring_steps.go_on, name="desk-bringing"),
    path("<uuid:uuid>/bringing/<slug:section>/", bring_steps.show, name="desk-bringing-part"),
    path("<uuid:uuid>/unread/", bring_unread.show, name="desk-unread"),
]
