"""Letting a letter out, now or later, and taking it back."""

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone

from offramp.letters import publishing
from offramp.web import pace, told
from offramp.web.doors import MemberRequest, for_front_desk, posted_from
from offramp.web.writing import letter, mine
from offramp.web.writing.forms import TimeForm


@posted_from("writing-letter")
@for_front_desk
def create(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """At once by the button that says so; otherwise on a day to come, never because a field was empty."""
    found, now = mine.letter_of(request, uuid), timezone.now()
    form = TimeForm(request.POST, now=now)
    is_at_once = "now" in request.POST
    if not is_at_once and not form.is_valid():
        return letter.page(request, found, {"form": form}, status=pace.INCOMPLETE)
    at = now if is_at_once else form.moment()
    try:
        publishing.publish(letter=found, at=at, by=request.keyholder.member, now=now)
    except publishing.AlreadyPublic:
        return told.redirect("writing-letter", told="letter-stood-otherwise", uuid=uuid)
    word = "letter-scheduled" if at > now else "letter-published"
    return told.redirect("writing-letter", told=word, uuid=uuid)


@posted_from("writing-letter")
@for_front_desk
def withdraw(request: MemberRequest, uuid: UUID) -> HttpResponse:
    found = mine.letter_of(request, uuid)
    try:
        publishing.withdraw(letter=found, by=request.keyholder.member, now=timezone.now())
    except publishing.NotOut:
        return told.redirect("writing-letter", told="letter-stood-otherwise", uuid=uuid)
    return told.redirect("writing-letter", told="letter-withdrawn", uuid=uuid)


@posted_from("writing-letter")
@for_front_desk
def put_back(request: MemberRequest, uuid: UUID) -> HttpResponse:
    found = mine.letter_of(request, uuid)
    try:
        publishing.put_back(letter=found, by=request.keyholder.member, now=timezone.now())
    except publishing.NotWithdrawn:
        return told.redirect("writing-letter", told="letter-stood-otherwise", uuid=uuid)
    return told.redirect("writing-letter", told="letter-put-back", uuid=uuid)
