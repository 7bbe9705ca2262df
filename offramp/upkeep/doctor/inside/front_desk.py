"""The front desk: two organizers hold its key, and the door is not closed by mistake."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from offramp.pairing import front_desk as intake
from offramp.pairing.models import Request
from offramp.people import front_desk
from offramp.people.models import FrontDeskKey
from offramp.upkeep.doctor.finding import Checks, Finding, advice, broken, good

LONG = timedelta(days=14)
CLOSED = "Nobody can ask for help: the page says that it is not open."


def checks(today: date) -> Checks:
    return {"front-desk.organizers": organizers, "front-desk.pause": partial(pause, today)}


def organizers() -> Iterator[Finding]:
    names = front_desk.organizers_with_access().order_by("name").values_list("name", flat=True)
    if len(names) >= front_desk.FEWEST:
        yield good(f"{len(names)} organizers hold the front desk's key.")
        return
    if not FrontDeskKey.objects.exists():
        yield advice(
            "No organizer has enrolled yet.",
            why=CLOSED,
            mend="Both open the link that “offramp init” gave. If it ran out:\n$ offramp init --again NAME",
        )
        return
    # Before the first request somebody is still setting it up; afterwards people wait.
    say = broken if Request.objects.exists() else advice
    yield say(
        f"Only {names[0] if names else 'nobody'} holds the front desk's key, and two are needed.",
        why=CLOSED,
        mend="The other opens their link; then the first presses “Give front desk access” on “People”. "
        "If somebody lost their code:\n$ offramp init --again NEW-NAME --lost NAME",
    )


def pause(today: date) -> Iterator[Finding]:
    paused = intake.paused()
    if paused is None:
        yield good("New requests are not paused.")
    elif paused.on <= today - LONG:
        yield advice(
            f"New requests have been paused since {paused.on}.",
            why="People who come in these days find a closed door; somebody may have forgotten it.",
            mend="If it should be open: an organizer opens “Front desk” and lets new requests in again.",
        )
    else:
        yield good(f"New requests are paused since {paused.on}, on purpose.")
