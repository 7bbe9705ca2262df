"""Places that changed, as a person reads them: a whole entry by its title, new bullets by how many."""

from collections import Counter
from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from offramp.documents.deeds import Touched
from offramp.documents.differences import Difference, How
from offramp.documents.places import Content
from offramp.web.desk import labels
from offramp.web.desk.resume import mine, names

Place = Touched | Difference
Home = tuple[str, int]  # an entry: its section, and its place there


def told(kind: str, touched: Iterable[Place], hows: Sequence[How], content: Content | None) -> list[str]:
    """Those that changed in one of these ways, each thing once; by the content they stand in, if known."""
    some = [one for one in touched if one.how in hows]
    if kind != mine.KIND:
        return [_counted(one, labels.within(kind, one)) for one in some]
    whole = {home for one in some if _is_own_field(one) and (home := _home(one))}
    bullets = Counter(_home(one) for one in some if _is_bullet(one))
    words = [_words(one, whole, bullets, content) for one in some]
    return list(dict.fromkeys(filter(None, words)))


def _words(one: Place, whole: set[Home], bullets: Counter[Home | None], content: Content | None) -> str:
    home = _home(one)
    count = bullets[home]
    if home in whole:
        return _whole(one, count, content)
    if one.pattern.endswith("/evidence") and one.how in (How.ADDED, How.REMOVED):
        return ""  # comes and goes with its bullet
    if _is_bullet(one) and count > 1:
        entry = names.entry(home[0] if home else "", one, content)
        return ngettext("%(count)s bullet in %(entry)s", "%(count)s bullets in %(entry)s", count) % {
            "count": count,
            "entry": entry,
        }
    return _counted(one, names.within(one, content))


def _counted(one: Place, words: str) -> str:
    """What is gone is counted as before: another place may have its number since."""
    is_gone = one.how is How.REMOVED and one.position
    return _("what was %(place)s") % {"place": words} if is_gone else words


def _whole(one: Place, bullets: int, content: Content | None) -> str:
    entry = names.whole(one.pattern.split("/")[0], one, content)
    if not bullets:
        return entry
    return ngettext("%(entry)s with %(count)s bullet", "%(entry)s with %(count)s bullets", bullets) % {
        "count": bullets,
        "entry": entry,
    }


def _home(one: Place) -> Home | None:
    section, *steps = one.pattern.split("/")
    if section not in mine.SECTION_KEYS or not steps:
        return None
    return section, (*one.above, one.position)[0]


def _is_own_field(one: Place) -> bool:
    """Of an entry that is there all its fields are: one that comes or goes takes its entry along."""
    steps = one.pattern.split("/")
    return len(steps) == 3 and one.how in (How.ADDED, How.REMOVED)


def _is_bullet(one: Place) -> bool:
    return one.pattern.endswith("/highlights/*") and one.how in (How.ADDED, How.REMOVED)
