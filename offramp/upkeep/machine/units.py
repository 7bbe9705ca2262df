"""The units that systemd is given: the web service, and four chores with their timers."""

from dataclasses import dataclass
from pathlib import Path
from string import Template

from offramp.upkeep.machine import reach
from offramp.upkeep.machine.installation import STATE, Installation, backups, database_folder

WEB = "offramp.service"
# Put off, not given up: the database may be away for an hour.
AGAIN = "\nRestart=on-failure\nRestartSec=15min"
RETRIES = "\nStartLimitIntervalSec=12h\nStartLimitBurst=8"
QUIET = """
# Sixty times an hour “started” would push everything else out of the log; what it says itself stays.
SyslogLevel=notice
LogLevelMax=notice
"""


@dataclass(frozen=True)
class Chore:
    name: str
    purpose: str
    at: str
    after: str = ""
    # A mail that some have already had is not sent to everybody again.
    is_repeated: bool = True
    sends_mail: bool = False
    is_quiet: bool = False

    @property
    def timer(self) -> str:
        return f"offramp-{self.name}.timer"

    @property
    def unit(self) -> str:
        return f"offramp-{self.name}.service"


CHORES = (
    Chore("purge", "burns what is due", at="03:10"),
    # What was burned tonight shall not be in tonight's copy: it waits for the purge to end.
    Chore("backup", "keeps a sealed copy of everything", at="03:40", after=" offramp-purge.service"),
    Chore("notify", "sends the staff their daily mail", at="08:00", is_repeated=False, sends_mail=True),
    Chore("mail", "sends letters and answers", at="*:*", is_repeated=False, sends_mail=True, is_quiet=True),
)
TIMERS = [chore.timer for chore in CHORES]


def texts(installation: Installation) -> dict[str, str]:
    """Each unit by its name. Raises Refused."""
    found = {WEB: web(installation)}
    for chore in CHORES:
        found[chore.unit] = work(chore, installation)
        found[chore.timer] = filled("timer", purpose=chore.purpose, at=chore.at)
    return found


def web(installation: Installation) -> str:
    return filled(
        "web",
        command=word(installation.command),
        port=installation.port,
        workers=installation.workers,
        sandbox=sandbox(installation),
        hidden=hidden(),
        network=reach.of_the_web(),
    )


def work(chore: Chore, installation: Installation) -> str:
    keeps_backups = chore.name in ("backup", "purge")  # one writes copies, both delete old ones
    return filled(
        "chore",
        purpose=chore.purpose,
        chore=chore.name,
        command=word(installation.command),
        after=chore.after,
        retries=RETRIES if chore.is_repeated else "",
        again=AGAIN if chore.is_repeated else "",
        sandbox=sandbox(installation, *([backups()] if keeps_backups else [])),
        hidden="" if keeps_backups else f"\n{hidden()}",
        network=reach.of_the_mail() if chore.sends_mail else reach.of_a_chore(),
        quiet=QUIET if chore.is_quiet else "",
    )


def sandbox(installation: Installation, *folders: Path) -> str:
    """What all have in common; folders outside the usual one are opened by name."""
    opened = [
        folder for folder in (database_folder(), *folders) if folder and not folder.is_relative_to(STATE)
    ]
    writable = "".join(f"\nReadWritePaths={word(folder)}" for folder in dict.fromkeys(opened))
    return filled("sandbox", user=installation.user, writable=writable).strip()


def hidden() -> str:
    return f"InaccessiblePaths={word(f'-{backups()}')}"


def word(path: Path | str) -> str:
    """A path as systemd reads it: one word, in which a percent sign stands for itself."""
    text = str(path).replace("%", "%%")
    return f'"{text}"' if " " in text else text


def filled(name: str, **blanks: object) -> str:
    return Template((Path(__file__).parent / "units" / f"{name}.txt").read_text()).substitute(blanks)
