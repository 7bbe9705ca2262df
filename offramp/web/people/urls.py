"""Addresses of the staff's list and of what organizers do with it."""

from django.urls import path

from offramp.web.people import access, invitations, journal, people, removal, resealing, roles, unlocking

urlpatterns = [
    path("", people.show, name="people"),
    path("invitations/", invitations.show, name="people-invitations"),
    path("invitations/<uuid:uuid>/approval/", invitations.approve, name="people-invitation-approval"),
    path("invitations/<uuid:uuid>/withdrawal/", invitations.withdraw, name="people-invitation-withdrawal"),
    path("role-changes/<uuid:uuid>/approval/", roles.approve, name="people-role-change-approval"),
    path("role-changes/<uuid:uuid>/withdrawal/", roles.withdraw, name="people-role-change-withdrawal"),
    path("resealing/", resealing.show, name="people-resealing"),
    path("journal/", journal.show, name="people-journal"),
    path("<uuid:uuid>/access/", access.show, name="people-access"),
    path("<uuid:uuid>/removal/", removal.show, name="people-removal"),
    path("<uuid:uuid>/role/", roles.propose, name="people-role"),
    path("<uuid:uuid>/unlocking/", unlocking.unlock, name="people-unlocking"),
]
