"""Every address that has a language; the folders mirror it."""

from django.urls import include, path

from offramp.web import leave

urlpatterns = [
    path("", include("offramp.web.public.urls")),
    path("letters/", include("offramp.web.letters.urls")),
    path("replies/", include("offramp.web.replies.urls")),
    path("signatures/", include("offramp.web.signatures.urls")),
    path("subscription/", include("offramp.web.subscription.urls")),
    path("leave/", leave.leave, name="leave"),
    path("", include("offramp.web.help.urls")),
    path("code/", include("offramp.web.code.urls")),
    path("", include("offramp.web.entry.urls")),
    path("place/", include("offramp.web.place.urls")),
    path("place/desk/", include("offramp.web.desk.urls")),
    path("staff/", include("offramp.web.staff.urls")),
    path("account/", include("offramp.web.account.urls")),
    path("people/", include("offramp.web.people.urls")),
    path("writing/", include("offramp.web.writing.urls")),
    path("moderation/", include("offramp.web.moderation.urls")),
    path("subscribers/", include("offramp.web.subscribers.urls")),
    path("front-desk/", include("offramp.web.front_desk.urls")),
    path("caseload/", include("offramp.web.caseload.urls")),
]
