"""`offramp farewell`: where things stand, in numbers alone."""

from argparse import Namespace

from django.utils import timezone

from offramp.pairing import farewell
from offramp.upkeep.farewell import asking

NOT_ANNOUNCED = """\
No farewell is announced: {host} goes on.
“offramp farewell announce --last-day YYYY-MM-DD” announces one."""

ANNOUNCED = """\
{host} closes for good. Its last day is {last_day}; it was announced on {on}.
{left}"""

DAYS_LEFT = "{days} days are left. “offramp farewell recall” takes it back."
OVER = "That day is over. “offramp farewell finish” deletes everything."

FIGURES = """
What is here now:
  {unpaired} requests without an adviser, {closed} of them closed
  {paired} requests with an adviser
  {offered} offers that wait for an answer
  {questions} questions of advisers without an answer
  {advisers} advisers, {organizers} organizers
  {visits} open visits"""


def run(_asked: Namespace) -> int:
    print(announcement())
    print(figures())
    return 0


def announcement() -> str:
    announced, today = farewell.standing(), timezone.now().date()
    if announced is None:
        return NOT_ANNOUNCED.format(host=asking.host())
    days = (announced.last_day - today).days
    return ANNOUNCED.format(
        host=asking.host(),
        last_day=asking.written(announced.last_day),
        on=asking.written(announced.on),
        left=OVER if days < 0 else DAYS_LEFT.format(days=days),
    )


def figures() -> str:
    counted = farewell.figures()
    return FIGURES.format(unpaired=counted.unpaired, **vars(counted))
