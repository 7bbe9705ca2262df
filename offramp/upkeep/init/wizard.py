"""Before there are settings: asks for them, checks each answer, and only then makes anything."""

import os
from argparse import Namespace

from offramp.upkeep.init import laying, premises, questions
from offramp.upkeep.init.premises import Premises
from offramp.upkeep.refusal import Refused

NEEDED = ("OFFRAMP_ORIGIN", "OFFRAMP_SECRET_KEY", "OFFRAMP_CAMPAIGN", "DATABASE_URL")
FLAGS = ("origin", "onion", "database", "mail", "mail_from", "campaign", "contact")

WELCOME = """\
This sets Offramp up on this machine. A few questions come first. Enter takes what stands in
[brackets]. Nothing is made before the last answer; Ctrl-C stops."""
THERE = "{file} is there already, and is left as it is. What is still missing is made now."
CHANGE_IT = "{flags} changes nothing any more: open {file} with a text editor to change a setting."
STOPPED = "stopped. Nothing was made."
STOPPED_LATE = "stopped in the middle. Nothing is broken: “offramp init” goes on where it stopped."


def run(asked: Namespace) -> None:
    """Leave the environment so that the settings can be read. Raises Refused."""
    if asked.folder is None and told_by_environment():
        return  # a container or a checkout: whoever wrote its settings answered everything
    refuse_mixture()
    home = premises.choose(asked.folder, os.environ)
    premises.refuse_unfit(home)
    try:
        if home.settings.exists():
            go_on(asked, home)
        else:
            begin(asked, home)
    except KeyboardInterrupt:
        raise Refused(STOPPED_LATE) from None
    os.environ["OFFRAMP_SETTINGS"] = str(home.settings)


def begin(asked: Namespace, home: Premises) -> None:
    if not asked.yes:
        print(WELCOME)
    try:
        answers = questions.ask_all(asked, home)
    except KeyboardInterrupt:
        print()
        raise Refused(STOPPED) from None
    print("\nMaking:")
    laying.lay_folders(home)
    laying.copy_campaign(answers, home)
    laying.write_settings(answers, home)


def go_on(asked: Namespace, home: Premises) -> None:
    if not asked.again:
        print(THERE.format(file=home.settings))
    given = [f"--{name.replace('_', '-')}" for name in FLAGS if getattr(asked, name) is not None]
    if given:
        print(CHANGE_IT.format(flags=", ".join(given), file=home.settings))
    laying.lay_folders(home)


def told_by_environment() -> bool:
    """Also when it says that no file is to be read: what is missing is then said by name."""
    return os.environ.get("OFFRAMP_SETTINGS") == "" or all(os.environ.get(name) for name in NEEDED)


def refuse_mixture() -> None:
    """What stands in the environment wins over the file: answers would be asked for and never used."""
    told = [name for name in NEEDED if os.environ.get(name)]
    if told:
        missing = ", ".join(name for name in NEEDED if name not in told)
        raise Refused(
            f"{told[0]} is set in this shell and would win over your answers. Type “unset {' '.join(told)}” "
            f"first, or set {missing} there too."
        )
