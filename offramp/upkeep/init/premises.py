"""Where an installation lives: the machine's own folders, or one folder of whoever only tries it."""

import os
import shutil
import stat
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from offramp.upkeep import owner, settings_file
from offramp.upkeep.refusal import Refused

STORE_OF_THE_MACHINE = Path("/var/lib/offramp")
COMMAND_OF_THE_MACHINE = Path("/usr/local/bin/offramp")
DATABASE = "offramp.sqlite3"
HIDDEN = ("/root", "/home", "/run", "/tmp", "/var/tmp")  # noqa: S108 - nothing is written there
LEAST_FREE = 200_000_000


@dataclass(frozen=True)
class Premises:
    settings: Path
    store: Path  # the database and the backups

    @property
    def campaign(self) -> Path:
        return self.settings.parent / "campaign"

    @property
    def backups(self) -> Path:
        return self.store / "backups"

    @property
    def user(self) -> str | None:
        """Who the service runs as, where it is not whoever types this."""
        return owner.USER if self.settings == settings_file.OF_THE_MACHINE else None


def choose(folder: Path | None, environment: Mapping[str, str]) -> Premises:
    """Where the settings stand already, or will."""
    if folder is None:
        named = settings_file.find(environment)
        usual = settings_file.OF_THE_MACHINE if os.geteuid() == 0 else settings_file.of_this_person()
        file = named or usual
    else:
        file = folder / settings_file.OF_THE_MACHINE.name
    if file == settings_file.OF_THE_MACHINE:
        return Premises(file, STORE_OF_THE_MACHINE)
    return Premises(file.absolute(), file.absolute().parent)


def refuse_unfit(premises: Premises) -> None:
    """What no answer could mend: a folder that cannot be written, a disk that is full. Raises Refused."""
    if premises.user:
        refuse_hidden_program()
    for folder in {premises.settings.parent, premises.store}:
        above = nearest(folder)
        if not above.is_dir():
            raise Refused(f"{above} is a file, and a folder is needed there. Nothing was made.")
        if not os.access(above, os.W_OK | os.X_OK):
            raise Refused(
                f"you may not write into {above}. Type sudo before the command, "
                "or choose a folder of yours with --folder. Nothing was made."
            )
        refuse_full(above)


def refuse_hidden_program() -> None:
    """The service is another account, and systemd hides some folders from it: it must find its program."""
    for part in (Path(sys.base_prefix), Path(sys.prefix), Path(__file__)):
        above = part.resolve().parents
        hidden = [folder for folder in above if str(folder) in HIDDEN]
        hidden += [folder for folder in above if not folder.stat().st_mode & stat.S_IXOTH]
        if hidden:
            raise Refused(
                f"Offramp or its Python lies in {hidden[0]}, where the service may not look. "
                "Install it in /opt/offramp, with the Python of this machine. Nothing was made."
            )


def refuse_full(folder: Path) -> None:
    """Raises Refused."""
    free = shutil.disk_usage(nearest(folder)).free
    if free < LEAST_FREE:
        raise Refused(
            f"the disk that holds {folder} has {free / 1_000_000:.0f} MB left; "
            f"Offramp needs {LEAST_FREE / 1_000_000:.0f} MB to begin with. Nothing was made."
        )


def nearest(path: Path) -> Path:
    """The path, or whatever of it exists."""
    return next(one for one in (path, *path.parents) if one.exists())
