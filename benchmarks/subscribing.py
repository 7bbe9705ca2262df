"""Fills an empty database with so many subscribers, asks for a letter to be mailed, and begins that.

In a process of its own; prints as JSON what the beginning cost, and how long another writer had to wait.
"""

import json
import sys
import time
from threading import Event, Thread

import django

django.setup()

from django.core.management import call_command  # noqa: E402 - Django must be ready first
from django.db import connection  # noqa: E402
from django.utils import timezone  # noqa: E402

from offramp.letters.models import Letter  # noqa: E402
from offramp.subscribers import mailings  # noqa: E402
from offramp.subscribers.models import Mailing, Subscriber  # noqa: E402
from offramp.upkeep import chores, letters  # noqa: E402
from tests.cast import two_organizers  # noqa: E402

NOW = timezone.now()
LETTER = "to-the-person-with-the-badge"


def main(count: int) -> dict[str, float]:
    call_command("migrate", verbosity=0)
    di, _ = two_organizers(today=NOW.date())
    letters.bring_new()
    subscribe(count)
    mailings.ask(letter=Letter.objects.get(slug=LETTER), by=di.member, on=NOW.date())
    waits, over = [0.0], Event()
    writer = Thread(target=write_until, args=(over, waits))
    writer.start()
    began = time.perf_counter()
    assert mailings.begin_due(NOW) == 1
    lasted = time.perf_counter() - began
    over.set()
    writer.join()
    assert Mailing.objects.get().total == count
    return {"seconds": lasted, "longest wait of another": max(waits)}


def subscribe(count: int) -> None:
    """Every third reads Spanish."""
    told = {"rhythm": Subscriber.Rhythm.EACH, "asked_on": NOW, "confirmed_on": NOW}
    for start in range(0, count, 1000):
        Subscriber.objects.bulk_create(
            Subscriber(email=f"number-{one}@x.example", language="en" if one % 3 else "es", **told)
            for one in range(start, min(start + 1000, count))
        )


def write_until(over: Event, waits: list[float]) -> None:
    """Somebody who sends a form meanwhile, again and again."""
    while not over.is_set():
        began = time.perf_counter()
        chores.note("somebody else", on=NOW.date())
        waits.append(time.perf_counter() - began)
        time.sleep(0.005)
    connection.close()


if __name__ == "__main__":
    json.dump(main(int(sys.argv[1])), sys.stdout)
