"""A suggestion as a page shows it to the seeker or the adviser: where, old beside new, what became of it."""

from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from offramp.documents import places
from offramp.documents.models import Suggestion
from offramp.documents.places import Place
from offramp.documents.proposals import Change, Insertion, Proposal, Removal
from offramp.documents.suggestions import Suggested
from offramp.documents.versions import Opened
from offramp.documents.words import Mark, Piece
from offramp.web.desk import labels

HEADINGS: dict[type[Proposal], Promise] = {
    Change: gettext_lazy("%(place)s: other words"),
    Insertion: gettext_lazy("%(place)s: one more after it"),
    Removal: gettext_lazy("%(place)s: take it out"),
}
OUTCOMES: dict[str, Promise] = {
    Suggestion.Outcome.ACCEPTED: gettext_lazy("accepted"),
    Suggestion.Outcome.EDITED: gettext_lazy("accepted in other words"),
    Suggestion.Outcome.DECLINED: gettext_lazy("declined"),
    Suggestion.Outcome.WITHDRAWN: gettext_lazy("withdrawn"),
}


@dataclass(frozen=True)
class Line:
    """One suggestion; one that waits fits while its place says what it said when it was made."""

    suggested: Suggested
    heading: str
    fits: bool
    pieces: list[Piece] = field(repr=False)

    @property
    def was(self) -> list[Piece]:
        return [piece for piece in self.pieces if piece.mark != Mark.ADDED]

    @property
    def becomes(self) -> list[Piece]:
        return [piece for piece in self.pieces if piece.mark != Mark.REMOVED]

    @property
    def has_both(self) -> bool:
        """There is nothing to lay beside words that are new, or beside those that shall go."""
        return isinstance(self.suggested.proposal, Change)

    @property
    def outcome(self) -> str:
        return str(OUTCOMES[self.suggested.suggestion.outcome])

    @property
    def is_taken(self) -> bool:
        return self.suggested.suggestion.outcome in (Suggestion.Outcome.ACCEPTED, Suggestion.Outcome.EDITED)


def line(suggested: Suggested, opened: Opened) -> Line:
    return Line(
        suggested,
        heading=heading(suggested.proposal, suggested.place, opened),
        fits=suggested.is_waiting and suggested.fits(opened.content),
        pieces=suggested.pieces,
    )


def heading(proposal: Proposal, made_at: Place, opened: Opened) -> str:
    """By the place as it stands now; one that is gone, as it stood then."""
    stands = opened.place(proposal.path)
    if isinstance(proposal, Insertion) and stands is None:
        if not places.is_there(opened.content, proposal.path):
            return _("One more")
        first = labels.label(opened.kind.name, made_at)
        return _("%(place)s: one more before it") % {"place": first}
    where = labels.label(opened.kind.name, stands or made_at, opened.content if stands else None)
    return str(HEADINGS[type(proposal)]) % {"place": where}
