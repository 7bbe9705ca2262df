"""What an adviser says about a shared document: put on a place, answered, settled and opened again."""

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
from offramp.web import kept, pace, told
from offramp.web.caseload import desk_paper
from offramp.web.caseload.desk_door import Shared, of_shared
from offramp.web.desk import comment_lines
from offramp.web.desk.comment_lines import Reader, Talk
from offramp.web.doors import MemberRequest, posted_from
from offramp.web.texts import LongText


class CommentForm(forms.Form):
    text = LongText(longest=comments.LONGEST)


@require_http_methods(["GET", "HEAD", "POST"])
@of_shared
def put(request: MemberRequest, shared: Shared, place: str = "") -> HttpResponse:
    if request.method != "POST":
        text = kept.take(request)
        return _put_page(request, shared, place, CommentForm(initial={"text": text}), is_kept=bool(text))
    form = CommentForm(request.POST)
    if refused := pace.refusal(form, of=request.keyholder.member):
        return _put_page(request, shared, place, form, status=refused)
    text, today = form.cleaned_data["text"], timezone.now().date()
    comments.put(by=request.keyholder, document=shared.document, path=place, text=text, on=today)
    return told.redirect("caseload-document", told="commented", **shared.address)


@require_http_methods(["GET", "HEAD", "POST"])
@of_shared
def answer(request: MemberRequest, shared: Shared, comment: UUID) -> HttpResponse:
    root = _comment(request, shared, comment)
    if request.method != "POST":
        text = kept.take(request)
        return _answer_page(request, shared, root, CommentForm(initial={"text": text}), is_kept=bool(text))
    form = CommentForm(request.POST)
    if refused := pace.refusal(form, of=request.keyholder.member):
        return _answer_page(request, shared, root, form, status=refused)
    text, today = form.cleaned_data["text"], timezone.now().date()
    try:
        comments.answer(by=request.keyholder, comment=root, text=text, on=today)
    except OtherKeys:
        return _answer_page(request, shared, root, form, status=409)
    return told.redirect("caseload-document", told="commented", **shared.address)


@posted_from("caseload-comment-answers")
@of_shared
def resolve(request: MemberRequest, shared: Shared, comment: UUID) -> HttpResponse:
    comments.resolve(by=request.keyholder, comment=_comment(request, shared, comment))
    return told.redirect("caseload-document", told="resolved", **shared.address)


@posted_from("caseload-comment-answers")
@of_shared
def reopen(request: MemberRequest, shared: Shared, comment: UUID) -> HttpResponse:
    comments.reopen(by=request.keyholder, comment=_comment(request, shared, comment))
    return told.redirect("caseload-document", told="reopened", **shared.address)


def talks(request: MemberRequest, shared: Shared) -> list[Talk]:
    def address(page: str, comment: UUID) -> str:
        return reverse(f"caseload-comment-{page}", kwargs=shared.address | {"comment": comment})

    reader = Reader(is_owner=False, owner_name=shared.nickname, address=address)
    read = comments.read(by=request.keyholder, document=shared.document)
    return [comment_lines.talk(remark, shared.opened, reader) for remark in read]


def _comment(request: MemberRequest, shared: Shared, uuid: UUID) -> Comment:
    theirs = Comment.objects.for_member(request.keyholder.member)
    return get_object_or_404(theirs.filter(document=shared.document), pk=uuid)


def _put_page(
    request: MemberRequest,
    shared: Shared,
    place: str,
    form: CommentForm,
    *,
    is_kept: bool = False,
    status: int = 200,
) -> HttpResponse:
    if not comments.may_stand_at(shared.opened, place):
        raise NoSuchPlace(place)
    at = shared.opened.place(place)
    content = {
        "form": form,
        "kept": is_kept,
        "where": comment_lines.where(shared.opened, place),
        "quote": at.text if at else "",
        "longest": comments.LONGEST,
    }
    return desk_paper.page(request, "caseload/desk_comment.html", shared, content, status=status)


def _answer_page(
    request: MemberRequest,
    shared: Shared,
    comment: Comment,
    form: CommentForm,
    *,
    is_kept: bool = False,
    status: int = 200,
) -> HttpResponse:
    found = next((talk for talk in talks(request, shared) if talk.remark.comment == comment), None)
    if found is None:
        raise Http404
    content = {"talk": found, "form": form, "kept": is_kept, "longest": comments.LONGEST}
    return desk_paper.page(request, "caseload/desk_answer.html", shared, content, status=status)
