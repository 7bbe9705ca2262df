"""Addresses of suggestions and comments on a seeker's desk."""

from django.urls import path

from offramp.web.desk import comments, review, review_answers, review_own_words

urlpatterns = [
    path("<uuid:uuid>/review/", review.show, name="desk-review"),
    path("<uuid:uuid>/review/acceptance/", review.accept_all, name="desk-all-accepted"),
    path("<uuid:uuid>/review/declining/", review.decline_all, name="desk-all-declined"),
    path("suggestions/<uuid:uuid>/acceptance/", review_answers.accept, name="desk-acceptance"),
    path("suggestions/<uuid:uuid>/acceptance/own/", review_own_words.write, name="desk-own-words"),
    path("suggestions/<uuid:uuid>/declining/", review_answers.decline, name="desk-declining"),
    path("comments/<uuid:uuid>/answers/", comments.answer, name="desk-comment-answers"),
    path("comments/<uuid:uuid>/resolution/", comments.resolve, name="desk-comment-resolution"),
    path("comments/<uuid:uuid>/reopening/", comments.reopen, name="desk-comment-reopening"),
    path("<uuid:uuid>/comments/", comments.put, name="desk-comments"),
    path("<uuid:uuid>/comments/<path:place>/", comments.put, name="desk-place-comments"),
]
