"""Addresses of files on a seeker's desk."""

from django.urls import path

from offramp.web.desk import file, files

urlpatterns = [
    path("files/", files.show, name="desk-files"),
    path("<uuid:uuid>/files/<uuid:file>/", file.show, name="desk-file"),
    path("<uuid:uuid>/files/<uuid:file>/pages/<int:page>/", file.picture, name="desk-file-picture"),
    path("<uuid:uuid>/files/<uuid:file>/copy/", file.copy, name="desk-file-copy"),
]
