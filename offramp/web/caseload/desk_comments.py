"""What an adviser says about a shared document: put on a place, answered, settled and opened again."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from offramp.documents.models import Comment
from offramp.web import told
from offramp.web.caseload import desk_paper
from offramp.web.caseload.desk_door import Shared, of_shared
from offramp.web.desk import commenting
from offramp.web.desk.comment_lines import Reader, Talk
from offramp.web.desk.commenting import Side
from offramp.web.doors import MemberRequest, posted_from

TEMPLATES = {"comment": "caseload/desk_comment.html", "answer": "caseload/desk_answer.html"}


@require_http_methods(["GET", "HEAD", "POST"])
@of_shared
def put(request: MemberRequest, shared: Shared, place: str = "") -> HttpResponse:
    return desk_paper.at_line(commenting.put(_side(request, shared), place), place)


@require_http_methods(["GET", "HEAD", "POST"])
@of_shared
def answer(request: MemberRequest, shared: Shared, comment: UUID) -> HttpResponse:
    return commenting.answer(_side(request, shared), _comment(request, shared, comment))


@posted_from("caseload-comment-answers")
@of_shared
def resolve(request: MemberRequest, shared: Shared, comment: UUID) -> HttpResponse:
    return commenting.resolve(_side(request, shared), _comment(request, shared, comment))


@posted_from("caseload-comment-answers")
@of_shared
def reopen(request: MemberRequest, shared: Shared, comment: UUID) -> HttpResponse:
    return commenting.reopen(_side(request, shared), _comment(request, shared, comment))


def talks(request: MemberRequest, shared: Shared) -> list[Talk]:
    return commenting.talks(_side(request, shared))


def _comment(request: MemberRequest, shared: Shared, uuid: UUID) -> Comment:
    theirs = Comment.objects.for_member(request.keyholder.member)
    return get_object_or_404(theirs.filter(document=shared.document), pk=uuid)


def _side(request: MemberRequest, shared: Shared) -> Side:
    def address(page: str, comment: UUID) -> str:
        return reverse(f"caseload-comment-{page}", kwargs=shared.address | {"comment": comment})

    def page(which: str, content: dict[str, Any], status: int) -> HttpResponse:
        return desk_paper.page(request, TEMPLATES[which], shared, content, status=status)

    def done(word: str) -> HttpResponse:
        return told.redirect("caseload-document", told=word, **shared.address)

    reader = Reader(is_owner=False, owner_name=shared.nickname, address=address)
    return Side(request, shared.opened, reader, page, done)
