"""One letter: how it stands, its languages, and what can be done with it."""

from operator import itemgetter
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from offramp.letters.models import Letter
from offramp.signatures import showing
from offramp.web import told
from offramp.web.doors import MemberRequest, for_front_desk
from offramp.web.letters import rows
from offramp.web.moderation import words as moderation
from offramp.web.writing import forms, mailing, mine
from offramp.web.writing.forms import TimeForm


@require_safe
@for_front_desk
def show(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return page(request, mine.letter_of(request, uuid), {"told": told.on(request)})


def page(request: MemberRequest, letter: Letter, more: dict[str, Any], *, status: int = 200) -> HttpResponse:
    now = timezone.now()
    names = dict(forms.languages())
    content = {
        "row": rows.whole(letter),
        "texts_written": sorted(
            ((names.get(text.language, text.language), text) for text in letter.texts.all()),
            key=itemgetter(0),
        ),
        "languages_left": [(code, name) for code, name in names.items() if code not in letter.languages],
        "is_scheduled": letter.is_scheduled(at=now) and not letter.is_withdrawn(),
        "is_public": letter.is_public(at=now),
        "now": now,
        "form": TimeForm(now=now),
        "signing": showing.standing(letter),
        "ways": moderation.ways(letter),
    }
    content |= mailing.section(letter, request.keyholder.member)
    return render(request, "writing/letter.html", content | more, status=status)
