"""Addresses of a résumé on a seeker's desk."""

from django.urls import path

from offramp.web.desk.resume import (
    arranging,
    bring_urls,
    bullet,
    care_urls,
    choices,
    copies,
    entry,
    export_urls,
    new,
    posting_urls,
    preview,
    section,
    tags,
    words_urls,
)

_AT = "<uuid:uuid>/resume/"
_ON = "<uuid:uuid>/resume/<int:number>/"

urlpatterns = [
    *bring_urls.urlpatterns,
    *export_urls.urlpatterns,
    *care_urls.urlpatterns,
    *words_urls.urlpatterns,
    *posting_urls.urlpatterns,
    path("resumes/new/", new.show, name="desk-resume-new"),
    path("<uuid:uuid>/copies/", copies.show, name="desk-resume-copies"),
    path("<uuid:uuid>/offers/", copies.offers, name="desk-resume-offers"),
    path("<uuid:uuid>/offers/acceptance/", copies.accept, name="desk-resume-offer-acceptance"),
    path("<uuid:uuid>/offers/declining/", copies.decline, name="desk-resume-offer-declining"),
    path("<uuid:uuid>/preview/", preview.show, name="desk-preview"),
    path("<uuid:uuid>/preview/pages/<int:page>/", preview.picture, name="desk-preview-page"),
    path(f"{_ON}choices/", choices.choose, name="desk-resume-choices"),
    path(f"{_ON}top/", choices.top, name="desk-resume-top"),
    path(f"{_ON}top/draft/", choices.draw_top, name="desk-resume-top-draft"),
    path(f"{_ON}look/", preview.keep_look, name="desk-resume-look"),
    path(f"{_ON}tags/<slug:section>/<slug:entry>/", tags.write, name="desk-resume-entry-tags"),
    path(f"{_ON}bullets/<path:place>/", bullet.write, name="desk-resume-bullet"),
    path(f"{_ON}up/<path:place>/", arranging.up, name="desk-resume-up"),
    path(f"{_ON}down/<path:place>/", arranging.down, name="desk-resume-down"),
    path(f"{_ON}hiding/<path:place>/", arranging.hide, name="desk-resume-hiding"),
    path(f"{_ON}showing/<path:place>/", arranging.show, name="desk-resume-showing"),
    path(f"{_ON}removal/<path:place>/", arranging.remove, name="desk-resume-removal"),
    path(f"{_ON}<slug:section>/<slug:entry>/draft/", entry.draw, name="desk-resume-entry-draft"),
    path(
        f"{_ON}<slug:section>/<slug:entry>/then/<slug:goal>/", entry.save_first, name="desk-resume-entry-then"
    ),
    path(f"{_ON}<slug:section>/<slug:entry>/", entry.write, name="desk-resume-entry"),
    path(f"{_AT}order/", section.order, name="desk-resume-order"),
    path(f"{_AT}<slug:section>/", section.show, name="desk-resume-section"),
    path(f"{_AT}<slug:section>/new/", entry.begin, name="desk-resume-entry-new"),
    path(f"{_AT}<slug:section>/<slug:beside>/next/", entry.begin, name="desk-resume-entry-beside"),
    path(f"{_AT}<slug:section>/<slug:entry>/bullets/", section.bullets, name="desk-resume-bullets"),
]
