"""What each person of the demonstration wrote down: code and second factor, for its owner's eyes only."""

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path

import pyotp

from offramp.upkeep.refusal import Refused


@dataclass(frozen=True)
class Note:
    """One person's. A seeker has no second factor."""

    name: str
    shows: str
    code: str = field(repr=False)
    secret: str = field(repr=False, default="")

    def number(self, *, at: datetime) -> tuple[str, int]:
        """The number their app shows, and for how many more seconds."""
        totp = pyotp.TOTP(self.secret)
        return totp.at(at), totp.interval - int(at.timestamp()) % totp.interval


def write(path: Path, notes: Iterable[Note]) -> None:
    path.unlink(missing_ok=True)
    # Made with its permissions, not given them afterwards: nobody can open it in between.
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        json.dump([asdict(note) for note in notes], file, ensure_ascii=False, indent=1)


def find(path: Path, name: str) -> Note:
    """A staff member's. Raises Refused."""
    if not path.exists():
        raise Refused("no demonstration was made here; “make demo” makes one.")
    notes = [Note(**kept) for kept in json.loads(path.read_text())]
    staff = [note for note in notes if note.secret]
    found = [note for note in staff if note.name.casefold() == name.strip().casefold()]
    if not found:
        names = ", ".join(note.name for note in staff)
        raise Refused(f"nobody on the staff has that name. There are {names}.")
    return found[0]
