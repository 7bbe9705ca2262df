"""What a résumé does not say yet, in words: what it is, why its reader looks for it, and where to put it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from offramp.documents.places import Content
from offramp.paper import missing
from offramp.paper.missing import Missing, What
from offramp.web.desk import days
from offramp.web.desk.resume import entries, entry_lines

MOST_PLACES = 5

WORDS: dict[What, tuple[Promise, Promise]] = {
    What.NO_JOB: (
        _("No job is in it yet."),
        _("It is what everybody reads first. Begin with the newest; the rest can wait."),
    ),
    What.NO_DATES: (
        _("A job without dates."),
        _("Readers assume the worst where a date is missing, and machines sort by it. Month and year do."),
    ),
    What.NO_EMPLOYER: (
        _("A job without an employer."),
        _("If you would rather not name it, say what kind of place it was: “a federal agency”."),
    ),
    What.NO_POSITION: (
        _("A job without a title."),
        _("It is what a recruiter looks for by name. A civilian word beside the official one is fine."),
    ),
    What.NO_BULLETS: (
        _("A job without bullets."),
        _("A title says where you were, not what you can do. Two or three lines are enough for an old one."),
    ),
    What.NO_RESULT: (
        _("No bullet says what came of it."),
        _("How many, how often, how much faster, what was better afterwards: one true number says more than"
          " three duties. Only what you could show if somebody asks."),
    ),
    What.NO_HOURS: (
        _("A job without hours a week."),
        _("A federal reader may not count a job as experience without them."),
    ),
    What.NO_SUMMARY: (
        _("Nothing stands at the top."),
        _("Two or three sentences tell why a person from your line of work applies for this one."
          " Without them the reader guesses."),
    ),
    What.LONG_BULLET: (
        _("A very long bullet."),
        _("Most readers give a page half a minute. What stands beyond the second line is rarely read."),
    ),
    What.GAP: (
        _("Nothing between %(start)s and %(end)s."),
        _("More than a year gets asked about. A line is enough: looking after family, learning, being ill."
          " Or leave it, and have your answer ready."),
    ),
    What.UNREAD: (
        _("Lines that we did not understand are still waiting."),
        _("They are kept at the end of this page. Copy what matters to where it belongs, and take them out."),
    ),
}  # fmt: skip

NOTHING_SINCE = _("Nothing since %(start)s.")


@dataclass(frozen=True)
class Where:
    """An entry that lacks it."""

    section: str
    entry: str
    title: str


@dataclass(frozen=True)
class Line:
    """One thing that is not said."""

    words: str
    why: str
    places: tuple[Where, ...]
    more: int
    what: str


def lines(content: Content, *, today: date) -> list[Line]:
    return [_line(one, content) for one in missing.find(content, today=today)]


def _line(one: Missing, content: Content) -> Line:
    words, why = WORDS[one.what]
    start, end = map(days.month, one.gap)
    if start and not end:
        words = NOTHING_SINCE
    return Line(
        str(words) % {"start": start, "end": end} if start else str(words),
        str(why),
        tuple(_places(one, content)),
        max(0, len(one.paths) - MOST_PLACES),
        one.what.value,
    )


def _places(one: Missing, content: Content) -> Iterator[Where]:
    for path in one.paths[:MOST_PLACES]:
        section, entry = path.split("/")
        found = entries.find(content, section, entry)
        if found:
            yield Where(section, entry, entry_lines.title(section, found))
