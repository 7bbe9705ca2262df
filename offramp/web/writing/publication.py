"""Letting a letter out, now or later, and taking it back."""

from datetime import UTC, datetime, time
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone

from offramp.letters import publishing
from offramp.web import pace, told
from offramp.web.doors import MemberRequest, for_organizer, posted_from
from offramp.web.writing import letter, mine
from offramp.web.writing.forms import TimeForm


@posted_from("writing-letter")
@for_organizer
def create(request: MemberRequest, uuid: UUID) -> HttpResponse:
    found, form, now = mine.letter_of(request, uuid), TimeForm(request.POST), timezone.now()
    if not form.is_valid():
        return letter.page(request, found, {"form": form}, status=pace.INCOMPLETE)
    at = _moment(form, now)
    try:
        publishing.publish(letter=found, at=at, by=request.keyholder.member, now=now)
    except publishing.AlreadyPublic:
        return told.redirect("writing-letter", told="letter-stood-otherwise", uuid=uuid)
    word = "letter-scheduled" if at > now else "letter-published"
    return told.redirect("writing-letter", told=word, uuid=uuid)


def _moment(form: TimeForm, now: datetime) -> datetime:
    day, hour = form.cleaned_data["day"], form.cleaned_data["time"]
    return datetime.combine(day, hour or time(), UTC) if day else now


@posted_from("writing-letter")
@for_organizer
def withdraw(request: MemberRequest, uuid: UUID) -> HttpResponse:
    found = mine.letter_of(request, uuid)
    try:
        publishing.withdraw(letter=found, by=request.keyholder.member, now=timezone.now())
    except publishing.NotOut:
        return told.redirect("writing-letter", told="letter-stood-otherwise", uuid=uuid)
    return told.redirect("writing-letter", told="letter-withdrawn", uuid=uuid)


@posted_from("writing-letter")
@for_organizer
def put_back(request: MemberRequest, uuid: UUID) -> HttpResponse:
    found = mine.letter_of(request, uuid)
    try:
        publishing.put_back(letter=found, by=request.keyholder.member, now=timezone.now())
    except publishing.NotWithdrawn:
        return told.redirect("writing-letter", told="letter-stood-otherwise", uuid=uuid)
    return told.redirect("writing-letter", told="letter-put-back", uuid=uuid)
