"""A letter, written along the questions of the campaign's guide; the sentences are the seeker's own."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from offramp import campaigns
from offramp.campaigns.letters import LetterGuide
from offramp.documents.places import Content
from offramp.documents.versions import Opened
from offramp.web.desk import mine
from offramp.web.desk.asked import Asked, AskedForm
from offramp.web.desk.resume import choices, part
from offramp.web.desk.resume.part import Part, write_part
from offramp.web.doors import MemberRequest, for_seeker, posted_from

KIND = "letter"
# Where somebody goes on to once what they typed is saved. An older version leads its page to the newest.
GOALS = {"pages": "desk-preview", "words": "desk-wording", "care": "desk-care", "file": "desk-export"}
LOOK = "look"
TO = Asked(
    "to", _("To whom"), "text", _("Name, office and address, a line each. A name is worth looking for.")
)
GREETING = Asked("greeting", _("Greeting"), hint=_("“Dear Ms. Alvarez,” or “Dear hiring team,”"))
CLOSING = Asked(
    "closing", _("Closing"), hint=_("“Sincerely,” The name is put below it when you download it.")
)
POSTING = Asked("posting", _("The posting it answers, if there is one"), "lines", _("It is not printed."))


@require_http_methods(["GET", "HEAD", "POST"])
@for_seeker
def write(request: MemberRequest, uuid: UUID, number: int) -> HttpResponse:
    start = _opened(request, uuid, number)
    return write_part(request, start, _part(start))


@require_http_methods(["GET", "HEAD", "POST"])
@for_seeker
def save_first(request: MemberRequest, uuid: UUID, number: int, goal: str) -> HttpResponse:
    """Saved like any other time, and then on to another page: without JavaScript no link asks before it."""
    start = _opened(request, uuid, number)
    if goal not in (*GOALS, LOOK):
        raise Http404
    then = (GOALS[goal], {}) if goal in GOALS else ("desk-resume-choices", {"number": number})
    return write_part(request, start, replace(_part(start), then=then))


@posted_from("desk")
@for_seeker
def draw(request: MemberRequest, uuid: UUID, number: int) -> HttpResponse:
    """As it would look now."""
    start = _opened(request, uuid, number)
    return part.draw(request, start, _part(start))


def page(request: MemberRequest, opened: Opened) -> HttpResponse:
    """The letter as it stands, in the fields it is written in."""
    written = _part(opened)
    form = AskedForm(written.asked, values=dict(written.read(opened.content)))
    return part.page(request, opened, written, form, at={"uuid": opened.document.pk})


def _opened(request: MemberRequest, uuid: UUID, number: int) -> Opened:
    start = mine.opened(request, uuid, number)
    if start.kind.name != KIND:
        raise Http404
    return start


def _part(opened: Opened) -> Part:
    guide = campaigns.current().letter_guide(get_language() or "en")
    in_its_language = campaigns.current().letter_guide(opened.content["language"])
    return Part(
        "desk-letter-text",
        _("The letter"),
        _asked(guide),
        read=_values,
        put=lambda content, said: content | said,
        draft="desk-letter-draft",
        template="desk/letter/letter.html",
        more={
            "leavings": list(zip(guide.leavings, in_its_language.leavings, strict=True)),
            "language_of_letter": opened.content["language"],
            "chosen": choices.told(opened.content),
        },
    )


def _asked(guide: LetterGuide) -> list[Asked]:
    told = [Asked(question.id, question.ask, "text", question.hint) for question in guide.questions]
    return [TO, GREETING, *told, CLOSING, POSTING]


def _values(content: Content) -> dict[str, Any]:
    return {
        key: content[key] for key in ("to", "greeting", "why", "bring", "story", "hard", "closing", "posting")
    }
