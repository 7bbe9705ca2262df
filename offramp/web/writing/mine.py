"""A letter that an organizer opened, or 404."""

from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404

from offramp import campaigns
from offramp.letters.models import Letter, Revision, Text
from offramp.web.doors import MemberRequest


def letter_of(request: MemberRequest, uuid: UUID) -> Letter:
    return get_object_or_404(Letter.objects.for_organizer(request.keyholder.member), pk=uuid)


def text_of(letter: Letter, language: str) -> Text | None:
    """None where nothing is written in it yet. 404 for a language that the campaign does not speak."""
    if language not in (*campaigns.current().languages, *letter.languages):
        raise Http404
    return next((text for text in letter.texts.all() if text.language == language), None)


def revision_of(letter: Letter, language: str, number: int) -> Revision:
    text = text_of(letter, language)
    if text is None:
        raise Http404
    return get_object_or_404(text.revisions.select_related("by"), number=number)
