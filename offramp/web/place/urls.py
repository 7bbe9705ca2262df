"""Addresses of a seeker's place."""

from django.urls import path

from offramp.web.place import (
    attachment,
    burning,
    change,
    copy,
    earlier,
    handover,
    messages,
    new_code,
    place,
    readers,
    stay,
)

urlpatterns = [
    path("", place.show, name="place"),
    path("messages/", messages.add, name="place-messages"),
    path("files/<uuid:file>/", attachment.show, name="place-attachment"),
    path("files/<uuid:file>/pages/<int:page>/", attachment.picture, name="place-attachment-picture"),
    path("files/<uuid:file>/copy/", attachment.copy, name="place-attachment-copy"),
    path("change/", change.show, name="place-change"),
    path("handover/", handover.show, name="place-handover"),
    path("handover/approval/", handover.approve, name="place-handover-approval"),
    path("handover/refusal/", handover.refuse, name="place-handover-refusal"),
    path("readers/", readers.show, name="place-readers"),
    path("earlier/", earlier.open_up, name="place-earlier"),
    path("stay/", stay.show, name="place-stay"),
    path("new-code/", new_code.show, name="place-new-code"),
    path("copy/", copy.show, name="place-copy"),
    path("copy/<uuid:uuid>/<int:first>/", copy.past_of, name="place-copy-past"),
    path("burning/", burning.show, name="place-burning"),
]
