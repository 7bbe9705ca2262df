"""A history in words: who did what, on which day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from offramp.documents.deeds import Deed, What
from offramp.documents.differences import How
from offramp.web.desk import labels
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
    gettext_lazy("You wrote %(places)s."),
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


def line(deed: Deed, *, today: date) -> Line:
    names = get_text_list(list(deed.names), _("and"))
    what = str(WHAT[deed.what]) % {"names": names, "of": deed.act.of}
    if deed.what == What.SAVED:
        return Line(deed.number, in_words(deed.day, today), " ".join(_touched(deed, BY_YOU)) or what, ())
    touched = () if deed.what in (What.BEGUN, What.SHARED) else tuple(_touched(deed, TOUCHED))
    return Line(deed.number, in_words(deed.day, today), what, touched)


def _touched(deed: Deed, sentences: Iterable[Promise]) -> Iterator[str]:
    for ways, words in zip(WAYS, sentences, strict=True):
        places = [labels.within(deed.kind, one) for one in deed.touched if one.how in ways]
        if places:
            yield str(words) % {"places": get_text_list(places, _("and"))}
    if deed.more:
        yield ngettext("And %(count)s more place.", "And %(count)s more places.", deed.more) % {
            "count": deed.more
        }
