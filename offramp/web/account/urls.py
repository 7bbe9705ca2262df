"""Addresses of a staff member's own account."""

from django.urls import path

from offramp.web.account import account, address, copy, new_code, passkeys, profile, removal

urlpatterns = [
    path("", account.show, name="account"),
    path("new-code/", new_code.draw, name="account-new-code"),
    path("passkeys/", passkeys.show, name="account-passkeys"),
    path("passkeys/removal/", removal.show, name="account-passkeys-removal"),
    path("address/", address.show, name="account-address"),
    path("copy/", copy.show, name="account-copy"),
    path("profile/", profile.show, name="account-profile"),
]
