"""Addresses of the seekers' door."""

from django.urls import path

from offramp.web.entry import coming_back, lost, sign_out

urlpatterns = [
    path("return/", coming_back.show, name="return"),
    path("return/lost/", lost.show, name="lost"),
    path("sign-out/", sign_out.show, name="sign-out"),
]
