"""What a text said before: who wrote it, what was changed since, and the way back."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from offramp.documents import words
from offramp.letters import writing
from offramp.web import pace, told
from offramp.web.doors import MemberRequest, for_front_desk, posted_from
from offramp.web.writing import forms, mine


@require_safe
@for_front_desk
def show_all(request: MemberRequest, uuid: UUID, language: str) -> HttpResponse:
    letter = mine.letter_of(request, uuid)
    text = mine.text_of(letter, language)
    revisions = text.revisions.select_related("by").order_by("-number") if text else []
    name = dict(forms.languages()).get(language, language)
    shown = {"letter": letter, "text": text, "revisions": revisions, "language_name": name}
    return render(request, "writing/revisions.html", shown)


@require_safe
@for_front_desk
def show(request: MemberRequest, uuid: UUID, language: str, number: int) -> HttpResponse:
    letter = mine.letter_of(request, uuid)
    then = mine.revision_of(letter, language, number)
    pieces = words.changes(then.written.whole, then.text.written.whole)
    shown = {"letter": letter, "then": then, "pieces": pieces, "is_same": then.written == then.text.written}
    return render(request, "writing/revision.html", shown)


@posted_from("writing-revision")
@for_front_desk
def restore(request: MemberRequest, uuid: UUID, language: str, number: int) -> HttpResponse:
    member = request.keyholder.member
    revision = mine.revision_of(mine.letter_of(request, uuid), language, number)
    if not pace.may_write(member):
        return told.redirect("writing-letter", told="often", uuid=uuid)
    writing.restore(revision=revision, by=member, on=timezone.now().date())
    return told.redirect("writing-text", told="restored", uuid=uuid, language=language)
