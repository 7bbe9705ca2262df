"""One shared document as its adviser reads it, with what was suggested and said at each place."""

from dataclasses import dataclass, field

from django import forms
from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from offramp.documents import differences, sharing, suggestions, versions, words
from offramp.documents.differences import Difference, How
from offramp.documents.places import Place
from offramp.documents.versions import NoSuchVersion, Opened
from offramp.documents.words import Piece
from offramp.web import told
from offramp.web.caseload import desk_comments, desk_paper
from offramp.web.caseload.desk_door import Shared, of_shared
from offramp.web.desk import groups, labels, review_lines
from offramp.web.desk.comment_lines import Talk
from offramp.web.desk.resume import previews
from offramp.web.desk.review_lines import Line
from offramp.web.doors import MemberRequest, posted_from


class SeenForm(forms.Form):
    """The version that was read: one that came since was not gone through."""

    number = forms.IntegerField(min_value=1)


@dataclass(frozen=True)
class Spot:
    """One place, what may be done there, and what waits or is talked about there."""

    place: Place
    label: str
    name: str  # the same under the heading of its group
    text: str = field(repr=False)
    is_hidden: bool
    may_grow: bool
    first_in: str  # the list that it stands first in
    suggestions: list[Line] = field(repr=False)
    talks: list[Talk] = field(repr=False)


@dataclass(frozen=True)
class Group:
    """Places under one heading, and those of them where nothing stands yet."""

    heading: str
    is_hidden: bool
    spots: list[Spot] = field(repr=False)
    empty: list[Spot] = field(repr=False)
    bullets_begin_at: str  # where the first bullet could be suggested, if there is none
    suggestions: list[Line] = field(repr=False)  # of a first bullet


@dataclass(frozen=True)
class Changed:
    """A place that is not as it was when it was gone through."""

    label: str
    pieces: list[Piece] = field(repr=False)


@require_safe
@of_shared
def show(request: MemberRequest, shared: Shared) -> HttpResponse:
    opened = shared.opened
    read = suggestions.read(by=request.keyholder, document=shared.document)
    lines = [review_lines.line(suggested, opened) for suggested in read]
    waiting = [line for line in lines if line.suggested.is_waiting]
    talks = desk_comments.talks(request, shared)
    going_on = [talk for talk in talks if not talk.remark.is_resolved]
    parts = groups.of(opened)
    stand = {place.path for place in opened.places}
    stand |= {groups.bullets_begin_at(opened.content, one) for one in parts}
    firsts = {_first_in(place, opened) for place in opened.places}
    content = {
        "groups": [_group(group, opened, waiting, going_on) for group in parts],
        "has_pages": opened.kind.name in previews.KINDS,
        "elsewhere": [line for line in waiting if line.suggested.proposal.path not in stand | firsts],
        "talks": [talk for talk in going_on if talk.remark.path not in stand],
        "resolved": [talk for talk in talks if talk.remark.is_resolved],
        "answered": [line for line in reversed(lines) if not line.suggested.is_waiting],
        "changed": _since_reviewed(request, opened),
        "is_reviewed": shared.document.share.reviewed >= opened.number,
    }
    return desk_paper.page(request, "caseload/desk_document.html", shared, content)


@posted_from("caseload-document")
@of_shared
def reviewed(request: MemberRequest, shared: Shared) -> HttpResponse:
    form = SeenForm(request.POST)
    if not form.is_valid():
        raise Http404  # no form of ours
    number = form.cleaned_data["number"]
    if sharing.review(by=request.keyholder, document=shared.document, number=number):
        return told.redirect("caseload-desk", told="reviewed", uuid=shared.pairing.pk)
    return told.redirect("caseload-document", told="reviewed-before", **shared.address)


def _group(group: groups.Group, opened: Opened, waiting: list[Line], talks: list[Talk]) -> Group:
    spots = [_spot(place, opened, waiting, talks) for place in group.places]
    # A note is its text, however empty; of a form with twenty fields only what is filled in is read.
    is_form = opened.kind.name in groups.FORMS
    full = [one for one in spots if not is_form or one.text or one.suggestions or one.talks]
    asked = [one for one in spots if one not in full and groups.is_asked(opened.content, one.place)]
    begin_at = groups.bullets_begin_at(opened.content, group)
    first = [line for line in waiting if begin_at and line.suggested.proposal.path == begin_at]
    return Group(group.heading, group.is_hidden, full, asked, begin_at, first)


def _spot(place: Place, opened: Opened, waiting: list[Line], talks: list[Talk]) -> Spot:
    first_in = _first_in(place, opened)
    return Spot(
        place=place,
        label=labels.label(opened.kind.name, place, opened.content),
        name=groups.name_within(opened.kind.name, place),
        text=groups.text_shown(opened.kind.name, place, opened.content),
        is_hidden=groups.is_hidden(opened.content, place),
        may_grow=opened.kind.may_grow(place.pattern),
        first_in=first_in,
        suggestions=[line for line in waiting if line.suggested.proposal.path in (place.path, first_in)],
        talks=[talk for talk in talks if talk.remark.path == place.path],
    )


def _first_in(place: Place, opened: Opened) -> str:
    """The list that a place stands first in, where something may be put before it."""
    is_first = place.position == 1 and opened.kind.may_grow(place.pattern)
    return place.path.rpartition("/")[0] if is_first else ""


def _since_reviewed(request: MemberRequest, opened: Opened) -> list[Changed]:
    """Nothing, where they never went through it, or it was shared anew since."""
    number = opened.document.share.reviewed
    try:
        before = versions.read_version(by=request.keyholder, document=opened.document, number=number)
    except NoSuchVersion:
        return []
    found = differences.compare(opened.kind, before.content, opened.content)
    return [_changed(one, before, opened) for one in found]


def _changed(one: Difference, before: Opened, now: Opened) -> Changed:
    """By the content it stands in: what is gone stood in the one before."""
    stands_in = before if one.how is How.REMOVED else now
    label = labels.label(now.kind.name, one, stands_in.content)
    return Changed(label, words.changes(one.old, one.new))
