"""Everything on the desk as it is taken along: each newest text, what was suggested and what was said."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from offramp.documents import comments, suggestions, versions
from offramp.documents.comments import Remark
from offramp.documents.epochs import NotYours
from offramp.documents.models import Document, Suggestion
from offramp.documents.suggestions import Suggested
from offramp.documents.versions import Opened
from offramp.people.keyholders import Keyholder
from offramp.web.desk import groups, labels

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
    suggested: list[Proposed] = field(repr=False)
    remarks: list[Remark] = field(repr=False)

    @property
    def texts(self) -> list[str]:
        """One after the other; a résumé entry by entry, a line for each of its fields."""
        if self.opened.kind.name in groups.FORMS:
            return groups.as_texts(self.opened)
        return [place.text for place in self.opened.places if place.pattern != "title" and place.text]


def all_of(owner: Keyholder) -> Iterator[Paper]:
    """In the order in which they were begun."""
    for document in Document.objects.for_owner(owner.member).order_by("number"):
        with suppress(NotYours):  # deleted in this very moment
            yield _paper(owner, versions.read(by=owner, document=document))


def _paper(owner: Keyholder, opened: Opened) -> Paper:
    kind, document = opened.kind.name, opened.document
    proposed = [
        Proposed(one, labels.label(kind, one.place), OUTCOMES[one.suggestion.outcome])
        for one in suggestions.read(by=owner, document=document)
    ]
    remarks = comments.read(by=owner, document=document)
    return Paper(opened, labels.name(opened.title, kind), proposed, remarks)
