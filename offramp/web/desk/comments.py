"""Comments on a seeker's document: put on a place or on all of it, answered, resolved and opened again."""

from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from offramp.documents import comments
from offramp.documents.comments import OtherKeys
from offramp.documents.models import Comment
from offramp.documents.places import NoSuchPlace
from offramp.documents.versions import Opened
from offramp.web import kept, pace, told
from offramp.web.desk import comment_lines, labels, mine, paper
from offramp.web.desk.comment_lines import Reader, Talk
from offramp.web.doors import MemberRequest, for_seeker, posted_from
from offramp.web.texts import LongText


class CommentForm(forms.Form):
    text = LongText(longest=comments.LONGEST)


@require_http_methods(["GET", "HEAD", "POST"])
@for_seeker
def put(request: MemberRequest, uuid: UUID, place: str = "") -> HttpResponse:
    opened = mine.opened(request, uuid)
    if request.method != "POST":
        text = kept.take(request)
        return _put_page(request, opened, place, CommentForm(initial={"text": text}), is_kept=bool(text))
    form = CommentForm(request.POST)
    if refused := pace.refusal(form, of=request.keyholder.member):
        return _put_page(request, opened, place, form, status=refused)
    text, today = form.cleaned_data["text"], timezone.now().date()
    try:
        with mine.or_404():
            comments.put(by=request.keyholder, document=opened.document, path=place, text=text, on=today)
    except NoSuchPlace:
        raise Http404 from None  # which gives the text back
    return told.redirect("desk-review", told="commented", uuid=uuid)


@require_http_methods(["GET", "HEAD", "POST"])
@for_seeker
def answer(request: MemberRequest, uuid: UUID) -> HttpResponse:
    comment = _mine(request, uuid)
    if request.method != "POST":
        text = kept.take(request)
        return _answer_page(request, comment, CommentForm(initial={"text": text}), is_kept=bool(text))
    form = CommentForm(request.POST)
    if refused := pace.refusal(form, of=request.keyholder.member):
        return _answer_page(request, comment, form, status=refused)
    text, today = form.cleaned_data["text"], timezone.now().date()
    try:
        with mine.or_404():
            comments.answer(by=request.keyholder, comment=comment, text=text, on=today)
    except OtherKeys:
        return _answer_page(request, comment, form, status=409)
    return told.redirect("desk-review", told="commented", uuid=comment.document_id)


@posted_from("desk-comment-answers")
@for_seeker
def resolve(request: MemberRequest, uuid: UUID) -> HttpResponse:
    comment = _mine(request, uuid)
    with mine.or_404():
        comments.resolve(by=request.keyholder, comment=comment)
    return told.redirect("desk-review", told="resolved", uuid=comment.document_id)


@posted_from("desk-comment-answers")
@for_seeker
def reopen(request: MemberRequest, uuid: UUID) -> HttpResponse:
    comment = _mine(request, uuid)
    with mine.or_404():
        comments.reopen(by=request.keyholder, comment=comment)
    return told.redirect("desk-review", told="reopened", uuid=comment.document_id)


def talks(request: MemberRequest, opened: Opened) -> list[Talk]:
    reader = Reader(is_owner=True, owner_name="", address=_address)
    read = comments.read(by=request.keyholder, document=opened.document)
    return [comment_lines.talk(remark, opened, reader) for remark in read]


def _mine(request: MemberRequest, uuid: UUID) -> Comment:
    member = request.keyholder.member
    comment = get_object_or_404(Comment.objects.for_member(member), pk=uuid)
    if not comment.document.is_owned_by(member):
        raise Http404
    return comment


def _address(page: str, comment: UUID) -> str:
    return reverse(f"desk-comment-{page}", args=[comment])


def _put_page(
    request: MemberRequest,
    opened: Opened,
    place: str,
    form: CommentForm,
    *,
    is_kept: bool = False,
    status: int = 200,
) -> HttpResponse:
    if not comments.may_stand_at(opened, place):
        raise Http404
    at, kind = opened.place(place), opened.kind.name
    content = {
        "here": "review",
        "form": form,
        "kept": is_kept,
        "where": comment_lines.where(opened, place),
        "quote": at.text if at else "",
        "places": [] if place else [(labels.label(kind, one), one) for one in opened.places if one.text],
        "longest": comments.LONGEST,
    }
    return paper.page(request, "desk/comment.html", opened, content, status=status)


def _answer_page(
    request: MemberRequest, comment: Comment, form: CommentForm, *, is_kept: bool = False, status: int = 200
) -> HttpResponse:
    opened = mine.opened(request, comment.document_id)
    found = next((talk for talk in talks(request, opened) if talk.remark.comment == comment), None)
    if found is None:
        raise Http404
    content = {"here": "review", "talk": found, "form": form, "kept": is_kept, "longest": comments.LONGEST}
    return paper.page(request, "desk/comment_answer.html", opened, content, status=status)
