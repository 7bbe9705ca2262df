"""A history in words: who did what, on which day."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.functional import Promise
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from offramp.documents import differences
from offramp.documents.deeds import MOST_TOLD, Deed, What
from offramp.documents.differences import How
from offramp.documents.versions import Opened
from offramp.web.desk import touched_words
from offramp.web.place.thread import in_words

WAYS = ((How.CHANGED, How.MOVED), (How.ADDED,), (How.REMOVED,), (How.HIDDEN,), (How.SHOWN,))
TOUCHED = (
    gettext_lazy("Changed: %(places)s."),
    gettext_lazy("New: %(places)s."),
    gettext_lazy("Taken out: %(places)s."),
    gettext_lazy("Hidden: %(places)s."),
    gettext_lazy("Shown again: %(places)s."),
)
BY_YOU = (
    gettext_lazy("You changed %(places)s."),
    gettext_lazy("You added %(places)s."),
    gettext_lazy("You took out %(places)s."),
    gettext_lazy("You hid %(places)s."),
    gettext_lazy("You showed %(places)s again."),
)
WHAT = {
    What.BEGUN: gettext_lazy("You began it."),
    What.SAVED: gettext_lazy("You wrote."),
    What.MERGED: gettext_lazy("You wrote, and what had changed elsewhere was kept."),
    What.RESTORED: gettext_lazy("You brought version %(of)s back."),
    What.ACCEPTED: gettext_lazy("Taken over from %(names)s."),
    What.EDITED: gettext_lazy("Taken over from %(names)s, in your own words."),
    What.SHARED: gettext_lazy("You began to share it with %(names)s."),
    What.FILED: gettext_lazy("You added a file."),
}


@dataclass(frozen=True)
class Line:
    """One version, as it is told."""

    number: int
    day: str
    what: str
    touched: tuple[str, ...]


@dataclass(frozen=True)
class Around:
    """The version that a deed made, and the one before it: with both its places have names."""

    now: Opened
    before: Opened

    @cached_property
    def touched(self) -> list[differences.Difference]:
        return differences.compare(self.now.kind, self.before.content, self.now.content)


def line(deed: Deed, *, today: date | None, around: Around | None = None) -> Line:
    names = get_text_list(list(deed.names), _("and"))
    what = str(WHAT[deed.what]) % {"names": names, "of": deed.act.of}
    if deed.what == What.SAVED:
        return Line(
            deed.number, in_words(deed.day, today), " ".join(_touched(deed, BY_YOU, around)) or what, ()
        )
    touched = () if deed.what in (What.BEGUN, What.SHARED) else tuple(_touched(deed, TOUCHED, around))
    return Line(deed.number, in_words(deed.day, today), what, touched)


def _touched(deed: Deed, sentences: Iterable[Promise], around: Around | None) -> Iterator[str]:
    more = 0 if around else deed.more
    for ways, words in zip(WAYS, sentences, strict=True):
        told = _told(deed, ways, around)
        if told:
            yield str(words) % {"places": get_text_list(told[:MOST_TOLD], _("and"))}
        more += len(told[MOST_TOLD:])
    if more:
        yield ngettext("And %(count)s more place.", "And %(count)s more places.", more) % {"count": more}


def _told(deed: Deed, ways: Sequence[How], around: Around | None) -> list[str]:
    """By the names that the places had: what is gone, by those before."""
    if around is None:
        return touched_words.told(deed.kind, deed.touched, ways, None)
    there = around.before if How.REMOVED in ways else around.now
    return touched_words.told(deed.kind, around.touched, ways, there.content)
