"""The receipt: written line by line as things go, so that it is true wherever it is cut off."""

import os
from datetime import date
from pathlib import Path

from offramp.upkeep.refusal import Refused

NOT_WRITTEN = """\
the receipt cannot be written to {path}: {trouble}. Nothing was deleted; name another file with --receipt."""


class Receipt:
    """On paper and on the screen at once; counts and file names, never an id or a name of anybody."""

    def __init__(self, path: Path) -> None:
        """Raises Refused where it cannot be written."""
        self.is_taken_up = path.exists()  # a second run goes on below what the first one wrote
        try:
            self.file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        except OSError as trouble:
            raise Refused(NOT_WRITTEN.format(path=path, trouble=trouble.strerror)) from None

    def say(self, line: str = "") -> None:
        print(line, flush=True)
        os.write(self.file, f"{line}\n".encode())
        os.fsync(self.file)

    def begin(self, host: str, *, on: date) -> None:
        if self.is_taken_up:
            self.say(f"\nTaken up again on {on}.")
            return
        self.say(f"Receipt: the deletion of {host}")
        self.say(f"Begun on {on}, a day of UTC. No name and no id of anybody stands on it.")

    def close(self) -> None:
        os.close(self.file)
