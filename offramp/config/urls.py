"""All addresses: pages by language (English without a prefix), and what machines ask for."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from offramp.web import errors
from offramp.web.letters import sitemap
from offramp.web.public import look, robots, security

urlpatterns = [
    path("robots.txt", robots.show, name="robots"),
    path("sitemap.xml", sitemap.show, name="sitemap"),
    path("look/<str:name>", look.show, name="look"),
    path(".well-known/security.txt", security.show, name="security"),
    *i18n_patterns(path("", include("offramp.web.urls")), prefix_default_language=False),
]
handler400 = errors.bad_request
handler404 = errors.not_found
handler500 = errors.broken
