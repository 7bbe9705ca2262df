"""Whether this machine's clock can be believed: what burns by the day must not burn on a wrong one."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.apps import apps
from django.db.models import DateField, DateTimeField, Max

from offramp.upkeep import chores
from offramp.upkeep.refusal import Refused

# The day this version was released; no clock that is right shows an earlier one.
RELEASED_ON = date(2026, 11, 22)
# A machine that was switched off over a long holiday goes on by itself; a broken clock jumps by years.
# In between, a person is asked: what burned too early comes back for nobody.
LONGEST_REST = timedelta(days=45)
# Days that are set ahead; every other one in the database has happened.
AHEAD = {"burns_on", "ends_on", "erased_on", "expires_on", "lapses_on", "last_day"}

BEFORE_RELEASE = """\
this machine's clock says {today}, and this version was released on {released}: \
set the clock first (“timedatectl set-ntp true” lets it set itself)."""
NOT_BELIEVED = """\
this machine's clock says {today}, and {known}. On a wrong day every case could burn, so nothing was done. \
If the clock is wrong, set it; if it is right, type “offramp purge --today-really-is {today}”."""
NOT_TODAY = "you say that today is {said}, and this machine's clock says {today}: set the clock first."


def problem(today: date) -> str:
    """Why nothing may be done on this day, as a sentence; empty when it may be the right one."""
    if today < RELEASED_ON:
        return BEFORE_RELEASE.format(today=today, released=RELEASED_ON)
    return ""


def check(today: date, *, really: date | None) -> None:
    """Let a purge begin only on a day that can be the right one. Raises Refused."""
    if found := problem(today):
        raise Refused(found)
    if really and really != today:
        raise Refused(NOT_TODAY.format(said=really, today=today))
    purged = chores.last("purge")
    newest = purged or newest_day()
    if newest is None or really or newest <= today <= newest + LONGEST_REST:
        return
    known = f"the last purge was on {newest}" if purged else f"the newest day in the database is {newest}"
    raise Refused(NOT_BELIEVED.format(today=today, known=known))


def newest_day() -> date | None:
    """The newest day on which something happened, as far as the database knows."""
    return max(_days(), default=None)


def _days() -> Iterator[date]:
    for model in apps.get_models():
        names = [
            field.name
            for field in model._meta.local_concrete_fields
            if isinstance(field, DateField)
            and not isinstance(field, DateTimeField)
            and field.name not in AHEAD
        ]
        newest = model._default_manager.aggregate(**{f"newest_{name}": Max(name) for name in names})
        yield from filter(None, newest.values())
