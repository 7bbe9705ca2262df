"""Addresses of what one person shares with their adviser."""

from django.urls import path

from offramp.web.caseload import desk, desk_comments, desk_document, desk_preview, desk_suggestions

urlpatterns = [
    path("", desk.show, name="caseload-desk"),
    path("<uuid:document>/", desk_document.show, name="caseload-document"),
    path("<uuid:document>/preview/", desk_preview.show, name="caseload-preview"),
    path("<uuid:document>/preview/pages/<int:page>/", desk_preview.picture, name="caseload-preview-page"),
    path("<uuid:document>/review/", desk_document.reviewed, name="caseload-reviewed"),
    path("<uuid:document>/changes/<path:place>/", desk_suggestions.change, name="caseload-suggestion"),
    path("<uuid:document>/insertions/<path:place>/", desk_suggestions.insert, name="caseload-insertion"),
    path("<uuid:document>/removals/<path:place>/", desk_suggestions.remove, name="caseload-removal"),
    path(
        "<uuid:document>/suggestions/<uuid:suggestion>/withdrawal/",
        desk_suggestions.withdraw,
        name="caseload-withdrawal",
    ),
    path(
        "<uuid:document>/comments/<uuid:comment>/answers/",
        desk_comments.answer,
        name="caseload-comment-answers",
    ),
    path(
        "<uuid:document>/comments/<uuid:comment>/resolution/",
        desk_comments.resolve,
        name="caseload-comment-resolution",
    ),
    path(
        "<uuid:document>/comments/<uuid:comment>/reopening/",
        desk_comments.reopen,
        name="caseload-comment-reopening",
    ),
    path("<uuid:document>/comments/", desk_comments.put, name="caseload-comments"),
    path("<uuid:document>/comments/<path:place>/", desk_comments.put, name="caseload-place-comments"),
]
