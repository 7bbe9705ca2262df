"""Comments on a seeker's document: put on a place or on all of it, answered, resolved and opened again."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from offramp.documents.models import Comment
from offramp.documents.places import NoSuchPlace
from offramp.documents.versions import Opened
from offramp.web import told
from offramp.web.desk import commenting, mine, paper
from offramp.web.desk.comment_lines import Reader, Talk
from offramp.web.desk.commenting import Side
from offramp.web.doors import MemberRequest, for_seeker, posted_from

TEMPLATES = {"comment": "desk/comment.html", "answer": "desk/comment_answer.html"}


@require_http_methods(["GET", "HEAD", "POST"])
@for_seeker
def put(request: MemberRequest, uuid: UUID, place: str = "") -> HttpResponse:
    side = _side(request, mine.opened(request, uuid))
    with _or_404():
        return commenting.put(side, place)


@require_http_methods(["GET", "HEAD", "POST"])
@for_seeker
def answer(request: MemberRequest, uuid: UUID) -> HttpResponse:
    side, comment = _about(request, uuid)
    with _or_404():
        return commenting.answer(side, comment)


@posted_from("desk-comment-answers")
@for_seeker
def resolve(request: MemberRequest, uuid: UUID) -> HttpResponse:
    side, comment = _about(request, uuid)
    with _or_404():
        return commenting.resolve(side, comment)


@posted_from("desk-comment-answers")
@for_seeker
def reopen(request: MemberRequest, uuid: UUID) -> HttpResponse:
    side, comment = _about(request, uuid)
    with _or_404():
        return commenting.reopen(side, comment)


def talks(request: MemberRequest, opened: Opened) -> list[Talk]:
    return commenting.talks(_side(request, opened))


@contextmanager
def _or_404() -> Iterator[None]:
    """A 404 gives the text back."""
    try:
        with mine.or_404():
            yield
    except NoSuchPlace:
        raise Http404 from None


def _about(request: MemberRequest, uuid: UUID) -> tuple[Side, Comment]:
    comment = get_object_or_404(Comment.objects.for_member(request.keyholder.member), pk=uuid)
    return _side(request, mine.opened(request, comment.document_id)), comment


def _side(request: MemberRequest, opened: Opened) -> Side:
    def page(which: str, content: dict[str, Any], status: int) -> HttpResponse:
        return paper.page(request, TEMPLATES[which], opened, {"here": "review"} | content, status=status)

    def done(word: str) -> HttpResponse:
        return told.redirect("desk-review", told=word, uuid=opened.document.pk)

    return Side(request, opened, Reader(is_owner=True, owner_name="", address=_address), page, done)


def _address(page: str, comment: UUID) -> str:
    return reverse(f"desk-comment-{page}", args=[comment])
