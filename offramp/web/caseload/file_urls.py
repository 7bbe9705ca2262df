"""Addresses of files, in a conversation and on what is shared of a desk."""

from django.urls import path

from offramp.web.caseload import attachment, desk_files

OF_THREAD = "<uuid:uuid>/files/<uuid:file>/"
OF_DESK = "<uuid:uuid>/desk/<uuid:document>/files/<uuid:file>/"

urlpatterns = [
    path(OF_THREAD, attachment.show, name="caseload-attachment"),
    path(f"{OF_THREAD}pages/<int:page>/", attachment.picture, name="caseload-attachment-picture"),
    path(f"{OF_THREAD}copy/", attachment.copy, name="caseload-attachment-copy"),
    path(OF_DESK, desk_files.show, name="caseload-file"),
    path(f"{OF_DESK}pages/<int:page>/", desk_files.picture, name="caseload-file-picture"),
    path(f"{OF_DESK}copy/", desk_files.copy, name="caseload-file-copy"),
]
