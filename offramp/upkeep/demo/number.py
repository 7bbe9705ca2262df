"""`offramp demo-number NAME`: what that person's app would show now."""

from argparse import Namespace
from datetime import UTC, datetime

from offramp.upkeep.demo import notebook, surroundings


def run(asked: Namespace) -> int:
    note = notebook.find(surroundings.NOTEBOOK, asked.name)
    digits, seconds = note.number(at=datetime.now(UTC))
    print(f"{digits}, good for {seconds} more seconds and once only")
    return 0
