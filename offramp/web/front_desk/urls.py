"""Pages of the front desk."""

from django.urls import path

from offramp.web.front_desk import (
    advisers,
    closing,
    messages,
    notes,
    offers,
    opened,
    pause,
    questions,
    reading,
    sweeps,
    waiting,
    withdrawal,
)

urlpatterns = [
    path("", waiting.show, name="front-desk"),
    path("requests/<uuid:uuid>/", opened.show, name="front-desk-request"),
    path("requests/<uuid:uuid>/reading/", reading.create, name="front-desk-reading"),
    path("requests/<uuid:uuid>/messages/", messages.create, name="front-desk-messages"),
    path("requests/<uuid:uuid>/closing/", closing.closing, name="front-desk-closing"),
    path("requests/<uuid:uuid>/advisers/", advisers.show, name="front-desk-advisers"),
    path("requests/<uuid:uuid>/offers/", offers.create, name="front-desk-offers"),
    path("requests/<uuid:uuid>/sweep-undo/", sweeps.undo, name="front-desk-sweep-undo"),
    path("offers/<uuid:uuid>/withdrawal/", withdrawal.create, name="front-desk-withdrawal"),
    path("sweeps/", sweeps.create, name="front-desk-sweeps"),
    path("swept/", sweeps.show, name="front-desk-swept"),
    path("pause/", pause.pause, name="front-desk-pause"),
    path("resumption/", pause.resume, name="front-desk-resumption"),
    path("questions/", questions.show_all, name="front-desk-questions"),
    path("questions/<uuid:uuid>/", questions.show, name="front-desk-question"),
    path("questions/<uuid:uuid>/answer/", questions.answer, name="front-desk-answer"),
    path("notes/", notes.show, name="front-desk-notes"),
]
