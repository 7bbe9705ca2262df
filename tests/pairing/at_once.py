"""Two people in the same second: each in a thread with a connection of its own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection


def at_once(*acts: Callable[[], object]) -> list[str]:
    """Let them all begin together; what became of each: "done", or the name of what was raised."""
    barrier = Barrier(len(acts), timeout=20)

    def act_when_all_are_ready(act: Callable[[], object]) -> str:
        barrier.wait()
        try:
            act()
        except Exception as refusal:  # noqa: BLE001 - what was raised is the result
            return type(refusal).__name__
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(act_when_all_are_ready, acts))
