"""Pages of the caseload."""

from django.urls import include, path

from offramp.web.caseload import conversation, ending, file_urls, messages, offers, people, questions

urlpatterns = [
    path("", people.show, name="caseload"),
    path("offers/<uuid:uuid>/", offers.show, name="caseload-offer"),
    path("offers/<uuid:uuid>/acceptance/", offers.accept, name="caseload-acceptance"),
    path("offers/<uuid:uuid>/declining/", offers.decline, name="caseload-declining"),
    path("questions/", questions.questions, name="caseload-questions"),
    path("questions/<uuid:uuid>/", questions.show, name="caseload-question"),
    path("<uuid:uuid>/", conversation.show, name="caseload-conversation"),
    path("<uuid:uuid>/messages/", messages.add, name="caseload-messages"),
    path("<uuid:uuid>/draft/", conversation.keep_draft, name="caseload-draft"),
    path("<uuid:uuid>/handover/", ending.handover, name="caseload-handover"),
    path("<uuid:uuid>/leaving/", ending.leaving, name="caseload-leaving"),
    path("<uuid:uuid>/desk/", include("offramp.web.caseload.desk_urls")),
    *file_urls.urlpatterns,
]
