"""Whether a letter can be signed: an organizer switches it on, and off again."""

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone

from offramp.signatures import organizing
from offramp.web import told
from offramp.web.doors import MemberRequest, for_front_desk, posted_from
from offramp.web.writing import mine


@posted_from("writing-letter")
@for_front_desk
def create(request: MemberRequest, uuid: UUID) -> HttpResponse:
    found, today = mine.letter_of(request, uuid), timezone.now().date()
    try:
        organizing.open_signing(letter=found, by=request.keyholder.member, on=today)
    except organizing.AlreadySo:
        return told.redirect("writing-letter", told="letter-stood-otherwise", uuid=uuid)
    return told.redirect("writing-letter", told="signing-open", uuid=uuid)


@posted_from("writing-letter")
@for_front_desk
def end(request: MemberRequest, uuid: UUID) -> HttpResponse:
    found, today = mine.letter_of(request, uuid), timezone.now().date()
    try:
        organizing.close_signing(letter=found, by=request.keyholder.member, on=today)
    except organizing.AlreadySo:
        return told.redirect("writing-letter", told="letter-stood-otherwise", uuid=uuid)
    return told.redirect("writing-letter", told="signing-closed", uuid=uuid)
