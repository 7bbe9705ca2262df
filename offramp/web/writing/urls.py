"""Addresses of the organizers' own pages for the letters."""

from django.urls import path

from offramp.web.writing import (
    letter,
    listing,
    mailing,
    new,
    picture,
    publication,
    revisions,
    signature_names,
    signatures,
    signing,
    text,
)

urlpatterns = [
    path("", listing.show, name="writing"),
    path("new/", new.show, name="writing-new"),
    path("<uuid:uuid>/", letter.show, name="writing-letter"),
    path("<uuid:uuid>/publication/", publication.create, name="writing-publication"),
    path("<uuid:uuid>/withdrawal/", publication.withdraw, name="writing-withdrawal"),
    path("<uuid:uuid>/withdrawal-undo/", publication.put_back, name="writing-withdrawal-undo"),
    path("<uuid:uuid>/picture/", picture.create, name="writing-picture"),
    path("<uuid:uuid>/picture/now/", picture.show, name="writing-picture-now"),
    path("<uuid:uuid>/picture/removal/", picture.remove, name="writing-picture-removal"),
    path("<uuid:uuid>/signing/", signing.create, name="writing-signing"),
    path("<uuid:uuid>/signing/end/", signing.end, name="writing-signing-end"),
    path("<uuid:uuid>/signatures/", signatures.show, name="writing-signatures"),
    path("<uuid:uuid>/signatures/names/", signature_names.show, name="writing-signature-names"),
    path("<uuid:uuid>/signatures/file/", signature_names.show_file, name="writing-signature-file"),
    path("<uuid:uuid>/signatures/erasure/", signatures.erase, name="writing-signature-erasure"),
    path("<uuid:uuid>/signatures/standing/", signatures.let_stand, name="writing-signature-standing"),
    path(
        "<uuid:uuid>/signatures/<uuid:signature>/removal/",
        signatures.remove,
        name="writing-signature-removal",
    ),
    path("<uuid:uuid>/mailing/", mailing.create, name="writing-mailing"),
    path("<uuid:uuid>/mailing/proof/", mailing.prove, name="writing-mailing-proof"),
    path("<uuid:uuid>/<str:language>/", text.show, name="writing-text"),
    path("<uuid:uuid>/<str:language>/preview/", text.preview, name="writing-preview"),
    path("<uuid:uuid>/<str:language>/revisions/", revisions.show_all, name="writing-revisions"),
    path("<uuid:uuid>/<str:language>/revisions/<int:number>/", revisions.show, name="writing-revision"),
    path(
        "<uuid:uuid>/<str:language>/revisions/<int:number>/restoration/",
        revisions.restore,
        name="writing-restoration",
    ),
]
