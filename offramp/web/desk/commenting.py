"""Writing comments, the same for the seeker and their adviser: each brings their own pages and addresses."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.utils import timezone

from offramp.documents import comments
from offramp.documents.comments import OtherKeys
from offramp.documents.models import Comment
from offramp.documents.places import NoSuchPlace
from offramp.documents.versions import Opened
from offramp.web import kept, pace
from offramp.web.desk import comment_lines, labels
from offramp.web.desk.comment_lines import Reader, Talk
from offramp.web.doors import MemberRequest
from offramp.web.texts import LongText


class CommentForm(forms.Form):
    text = LongText(longest=comments.LONGEST)


@dataclass(frozen=True)
class Side:
    """Who looks at which document, and where they find themselves before and afterwards."""

    request: MemberRequest
    opened: Opened
    reader: Reader
    page: Callable[[str, dict[str, Any], int], HttpResponse] = field(repr=False)
    done: Callable[[str], HttpResponse] = field(repr=False)


def put(side: Side, place: str) -> HttpResponse:
    """Raises NotYours, NoSuchPlace."""
    request = side.request
    if request.method != "POST":
        text = kept.take(request)
        return _put_page(side, place, CommentForm(initial={"text": text}), is_kept=bool(text))
    form = CommentForm(request.POST)
    if refused := pace.refusal(form, of=request.keyholder.member):
        return _put_page(side, place, form, status=refused)
    text, today = form.cleaned_data["text"], timezone.now().date()
    comments.put(by=request.keyholder, document=side.opened.document, path=place, text=text, on=today)
    return side.done("commented")


def answer(side: Side, comment: Comment) -> HttpResponse:
    """Raises NotYours."""
    request = side.request
    if request.method != "POST":
        text = kept.take(request)
        return _answer_page(side, comment, CommentForm(initial={"text": text}), is_kept=bool(text))
    form = CommentForm(request.POST)
    if refused := pace.refusal(form, of=request.keyholder.member):
        return _answer_page(side, comment, form, status=refused)
    text, today = form.cleaned_data["text"], timezone.now().date()
    try:
        comments.answer(by=request.keyholder, comment=comment, text=text, on=today)
    except OtherKeys:
        return _answer_page(side, comment, form, status=409)
    return side.done("commented")


def resolve(side: Side, comment: Comment) -> HttpResponse:
    """Raises NotYours."""
    comments.resolve(by=side.request.keyholder, comment=comment)
    return side.done("resolved")


def reopen(side: Side, comment: Comment) -> HttpResponse:
    """Raises NotYours."""
    comments.reopen(by=side.request.keyholder, comment=comment)
    return side.done("reopened")


def talks(side: Side) -> list[Talk]:
    read = comments.read(by=side.request.keyholder, document=side.opened.document)
    return [comment_lines.talk(remark, side.opened, side.reader) for remark in read]


def _put_page(
    side: Side, place: str, form: CommentForm, *, is_kept: bool = False, status: int = 200
) -> HttpResponse:
    opened = side.opened
    if not comments.may_stand_at(opened, place):
        raise NoSuchPlace(place)
    at = opened.place(place)
    named = [(labels.label(opened.kind.name, one, opened.content), one) for one in opened.places if one.text]
    content = {
        "form": form,
        "kept": is_kept,
        "where": comment_lines.where(opened, place),
        "quote": at.text if at else "",
        "places": [] if place else named,
        "longest": comments.LONGEST,
    }
    return side.page("comment", content, status)


def _answer_page(
    side: Side, comment: Comment, form: CommentForm, *, is_kept: bool = False, status: int = 200
) -> HttpResponse:
    found = next((talk for talk in talks(side) if talk.remark.comment == comment), None)
    if found is None:
        raise Http404
    content = {"talk": found, "form": form, "kept": is_kept, "longest": comments.LONGEST}
    return side.page("answer", content, status)
