"""Everything on the desk as it is taken along: texts and their past, what was suggested, what was said."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from offramp.documents import comments, files, private, suggestions, versions
from offramp.documents.comments import Remark
from offramp.documents.epochs import NotYours
from offramp.documents.models import Document, Suggestion
from offramp.documents.private import Private
from offramp.documents.suggestions import Suggested
from offramp.documents.versions import Opened
from offramp.paper.contacts import Contact
from offramp.people.keyholders import Keyholder
from offramp.people.models import Member
from offramp.web.desk import groups, labels
from offramp.web.place import past
from offramp.web.place.files import Taken
from offramp.web.place.past import Part, Step

OUTCOMES: dict[str, Promise] = {
    Suggestion.Outcome.WAITING: _("not answered"),
    Suggestion.Outcome.ACCEPTED: _("taken over"),
    Suggestion.Outcome.EDITED: _("taken over, in your own words"),
    Suggestion.Outcome.DECLINED: _("declined"),
    Suggestion.Outcome.WITHDRAWN: _("withdrawn"),
}


@dataclass(frozen=True)
class Proposed:
    """One suggestion, with its place and what became of it."""

    suggested: Suggested
    label: str
    outcome: Promise


@dataclass(frozen=True)
class Paper:
    """One document."""

    opened: Opened
    name: str
    posting: str = field(repr=False)  # what it was laid beside
    suggested: list[Proposed] = field(repr=False)
    remarks: list[Remark] = field(repr=False)
    files: list[Taken] = field(repr=False)
    steps: Iterator[Step] = field(repr=False)
    is_past_apart: bool

    @property
    def reader(self) -> Member | None:
        return self.opened.document.reader

    @property
    def versions(self) -> int:
        return self.opened.document.newest

    @property
    def texts(self) -> list[str]:
        """One after the other; a résumé entry by entry, a line for each of its fields."""
        if self.opened.kind.is_private:
            return _lines_of_contact(self.opened.content["contact"])
        if self.opened.kind.name in groups.FORMS:
            return groups.as_texts(self.opened)
        return [place.text for place in self.opened.places if place.pattern != "title" and place.text]


@dataclass(frozen=True)
class Desk:
    """Whose it is, and what was read of it before its documents."""

    owner: Keyholder
    taken: dict[UUID, Taken] = field(repr=False)
    kept: Private = field(repr=False)
    parts: dict[UUID, list[Part]]


def all_of(owner: Keyholder, taken: Sequence[Taken]) -> Iterator[Paper]:
    """In the order in which they were begun."""
    by_id = {one.told.file_id: one for one in taken}
    documents = list(Document.objects.for_owner(owner.member).order_by("number"))
    desk = Desk(owner, by_id, private.read(by=owner), past.parts(owner.member))
    for document in documents:
        with suppress(NotYours):  # deleted in this very moment
            yield _paper(desk, versions.read(by=owner, document=document))


def _paper(desk: Desk, opened: Opened) -> Paper:
    kind, document, owner = opened.kind.name, opened.document, desk.owner
    first = desk.parts[document.pk][0]
    return Paper(
        opened=opened,
        name=labels.name(opened.title, kind),
        posting=desk.kept.posting(document.pk),
        suggested=[
            Proposed(one, _where(one, opened), OUTCOMES[one.suggestion.outcome])
            for one in suggestions.read(by=owner, document=document)
        ],
        remarks=comments.read(by=owner, document=document),
        files=[desk.taken[one.file_id] for one in files.listed(opened) if one.file_id in desk.taken],
        steps=past.steps(owner, document, first),
        is_past_apart=first.apart,
    )


def _where(suggested: Suggested, opened: Opened) -> str:
    """In the words of the paper, where the place still stands."""
    stands = opened.place(suggested.proposal.path)
    content = opened.content if stands else None
    return labels.label(opened.kind.name, stands or suggested.place, content)


def _lines_of_contact(contact: Contact) -> list[str]:
    """How employers reach somebody; some of it are several lines."""
    lines = (value if isinstance(value, list) else [value] for value in contact.values())
    return ["\n".join(one for some in lines for one in some if one)]
