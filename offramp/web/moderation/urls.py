"""Addresses of the queue of replies."""

from django.urls import path

from offramp.web.moderation import decisions, listing, reply, rules

urlpatterns = [
    path("", listing.show, name="moderation"),
    path("decisions/", decisions.create, name="moderation-decisions"),
    path("undo/", decisions.undo, name="moderation-undo"),
    path("replies/<uuid:uuid>/", reply.show, name="moderation-reply"),
    path("replies/<uuid:uuid>/answers/", reply.answer, name="moderation-answers"),
    path("rules/<uuid:uuid>/", rules.choose, name="moderation-rules"),
]
