"""An entry, a bullet or a section further up or down, hidden, shown, or taken out."""

from collections.abc import Callable
from itertools import takewhile
from uuid import UUID

from django.http import Http404, HttpResponse

from offramp.documents import places
from offramp.documents.editing import Changed
from offramp.documents.places import HIDDEN, Content, NoSuchPlace
from offramp.web import pace, told
from offramp.web.desk import saving
from offramp.web.desk.resume import mine
from offramp.web.doors import MemberRequest, for_seeker, posted_from

Change = Callable[[Content], Content]


@posted_from("desk")
@for_seeker
def up(request: MemberRequest, uuid: UUID, number: int, place: str) -> HttpResponse:
    return _changed(request, uuid, number, place, lambda content: _moved(content, place, -1))


@posted_from("desk")
@for_seeker
def down(request: MemberRequest, uuid: UUID, number: int, place: str) -> HttpResponse:
    return _changed(request, uuid, number, place, lambda content: _moved(content, place, 1))


@posted_from("desk")
@for_seeker
def hide(request: MemberRequest, uuid: UUID, number: int, place: str) -> HttpResponse:
    return _changed(
        request, uuid, number, place, lambda content: places.mark(content, place, HIDDEN, value=True)
    )


@posted_from("desk")
@for_seeker
def show(request: MemberRequest, uuid: UUID, number: int, place: str) -> HttpResponse:
    return _changed(
        request, uuid, number, place, lambda content: places.mark(content, place, HIDDEN, value=False)
    )


@posted_from("desk")
@for_seeker
def remove(request: MemberRequest, uuid: UUID, number: int, place: str) -> HttpResponse:
    """The version before it stays in the history: there it can be brought back."""
    if place.startswith("sections/"):
        raise Http404  # one can be hidden
    return _changed(request, uuid, number, place, lambda content: places.remove(content, place), "taken-out")


def _moved(content: Content, place: str, by: int) -> Content:
    """A section goes past those without anything in them: the page does not show them."""
    section = place.removeprefix("sections/")
    order = [one[places.ID] for one in content["sections"]]
    if section == place or section not in order:
        return places.move(content, place, by)
    spot = order.index(section)
    passed = order[spot + 1 :] if by > 0 else order[:spot][::-1]
    empty = takewhile(lambda one: not content[one], passed)
    return places.move(content, place, by * (1 + len(list(empty))))


def _changed(
    request: MemberRequest, uuid: UUID, number: int, place: str, change: Change, done: str = "saved"
) -> HttpResponse:
    """On top of the version the button stood on, so that a double click does it once."""
    start = mine.opened(request, uuid, number)
    if not places.is_there(start.content, place):
        raise Http404
    if not pace.may_write(request.keyholder.member):
        return _back(uuid, place, "often")
    try:
        saving.save(request, start.document, change(start.content), base=number)
    except NoSuchPlace:
        raise Http404 from None
    except Changed:
        return _back(uuid, place, "changed-meanwhile")
    return _back(uuid, place, done)


def _back(uuid: UUID, place: str, word: str) -> HttpResponse:
    """To the page the button stood on."""
    section, *steps = place.split("/")
    if section == "sections":
        return told.redirect("desk-resume-order", told=word, uuid=uuid)
    if section not in mine.SECTION_KEYS:
        return told.redirect("desk-document", told=word, uuid=uuid)
    if len(steps) == 1:
        return told.redirect("desk-resume-section", told=word, uuid=uuid, section=section)
    return told.redirect("desk-resume-bullets", told=word, uuid=uuid, section=section, entry=steps[0])
