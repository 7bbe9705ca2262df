"""A mailing under way, of a letter or of a month: stopped, and taken up again."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from offramp.subscribers import mailings
from offramp.subscribers.models import Mailing
from offramp.web import told
from offramp.web.doors import MemberRequest, for_front_desk, posted_from


@posted_from("subscribers")
@for_front_desk
def stop(request: MemberRequest, uuid: UUID) -> HttpResponse:
    mailing = _of(request, uuid)
    try:
        mailings.stop(mailing=mailing, by=request.keyholder.member, on=timezone.now().date())
    except mailings.IsOver:
        return _back(mailing, "letter-stood-otherwise")
    return _back(mailing, "mailing-stopped")


@posted_from("subscribers")
@for_front_desk
def resume(request: MemberRequest, uuid: UUID) -> HttpResponse:
    mailing = _of(request, uuid)
    try:
        mailings.resume(mailing=mailing, by=request.keyholder.member, on=timezone.now().date())
    except (mailings.NotStopped, mailings.IsWithdrawn):
        return _back(mailing, "letter-stood-otherwise")
    return _back(mailing, "mailing-resumed")


def _of(request: MemberRequest, uuid: UUID) -> Mailing:
    return get_object_or_404(Mailing.objects.for_organizer(request.keyholder.member), pk=uuid)


def _back(mailing: Mailing, word: str) -> HttpResponse:
    """To where its progress stands."""
    if mailing.letter_id:
        return told.redirect("writing-letter", told=word, uuid=mailing.letter_id)
    return told.redirect("subscribers", told=word)
