"""The same place was changed twice: both texts, beside each other and in the field, so that none is lost."""

from dataclasses import dataclass, field

from django.http import HttpResponse

from offramp.documents import places, words
from offramp.documents.editing import Changed
from offramp.documents.merging import Conflict
from offramp.documents.places import Content
from offramp.documents.words import Piece
from offramp.web.desk import labels, one_text, paper
from offramp.web.desk.forms import LONGEST_NOTE, begun
from offramp.web.doors import MemberRequest


@dataclass(frozen=True)
class Twice:
    """One place with both of its texts; None where one of the two took it out."""

    label: str
    mine: str | None = field(repr=False)
    theirs: str | None = field(repr=False)

    @property
    def is_both(self) -> bool:
        return self.mine is not None and self.theirs is not None

    @property
    def pieces(self) -> list[Piece]:
        return words.changes(self.theirs or "", self.mine or "")


def page(request: MemberRequest, changed: Changed) -> HttpResponse:
    """The field stands on top of what is there now, and is sent there."""
    content = {
        "here": "text",
        "form": begun(one_text.shown(with_both(changed)), is_unsaved=True),
        "base": changed.theirs.number,
        "conflicts": conflicts(changed),
        "longest": LONGEST_NOTE,
    }
    return paper.page(request, "desk/merge.html", changed.theirs, content, status=409)


def conflicts(changed: Changed) -> list[Twice]:
    return [Twice(label(one, changed), one.mine, one.theirs) for one in changed.conflicts]


def with_both(changed: Changed) -> Content:
    """Where a paragraph has two texts, one below the other; whoever just saves again loses neither."""
    content = changed.merged
    for conflict in changed.conflicts:
        is_paragraph = changed.theirs.kind.may_grow(places.pattern_of(content, conflict.path))
        if is_paragraph and conflict.mine is not None and conflict.theirs is not None:
            content = places.insert(content, conflict.path, conflict.theirs)
    return changed.theirs.kind.completed(content)


def label(conflict: Conflict, changed: Changed) -> str:
    """By what stands there now; what was taken out meanwhile, by what was written just now."""
    now, kind = changed.theirs.content, changed.theirs.kind.name
    content = now if places.is_there(now, conflict.path) else changed.merged
    return labels.label(kind, places.place_of(content, conflict.path), content)
