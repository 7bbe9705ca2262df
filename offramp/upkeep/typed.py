"""What can be typed after `offramp`: a function for each command."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

NAME_LENGTH = 40


def parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "offramp", description="Hosts a campaign that helps people leave their job."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for add in (
        init,
        service,
        serve,
        doctor,
        purge,
        notify,
        backup,
        restore,
        upgrade,
        farewell,
        demo,
        number,
    ):
        add(commands)
    return parser


def init(commands: "Commands") -> None:
    init = commands.add_parser("init", help="prepare the database, print the first two enrollment links")
    init.set_defaults(module="init")
    init.add_argument("--names", nargs=2, type=name, default=["First organizer", "Second organizer"])
    init.add_argument("--again", type=name, metavar="NAME", help="one link, when fewer than two can sign in")
    init.add_argument(
        "--lost",
        action="append",
        type=name,
        default=[],
        metavar="NAME",
        help="with --again: an organizer who lost their code, whose access ends; may be given twice",
    )
    init.add_argument("--yes", action="store_true", help="do not ask")


def machine(commands: "Commands") -> None:
    machine = commands.add_parser("service", help="run as a service of this machine, with a proxy before it")
    machine.set_defaults(module="machine.command")


def serve(commands: "Commands") -> None:
    serve = commands.add_parser("serve", help="answer browsers")
    serve.set_defaults(module="serve")
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=8000)
    serve.add_argument("--workers", type=int, default=1, help="processes; one needs about 60 MB of memory")
    serve.add_argument("--certificate", help="PEM file; without one, a proxy in front of us ends TLS")
    serve.add_argument("--key", help="PEM file (PKCS #8) of the certificate's key")


def doctor(commands: "Commands") -> None:
    doctor = commands.add_parser("doctor", help="look the installation over, from inside and from outside")
    doctor.set_defaults(module="doctor.command")


def purge(commands: "Commands") -> None:
    purge = commands.add_parser(
        "purge", help="burn what is due and forget what is old; for a timer, each night"
    )
    purge.set_defaults(module="purge")


def notify(commands: "Commands") -> None:
    notify = commands.add_parser("notify", help="send the daily mail to the staff; for a timer, each day")
    notify.set_defaults(module="notify")


def backup(commands: "Commands") -> None:
    backup = commands.add_parser("backup", help="keep a sealed copy of everything, while the service runs")
    backup.set_defaults(module="backup.write")


def restore(commands: "Commands") -> None:
    restore = commands.add_parser("restore", help="bring a backup into an empty database")
    restore.set_defaults(module="backup.restore")
    restore.add_argument("file", type=Path)


def upgrade(commands: "Commands") -> None:
    upgrade = commands.add_parser(
        "upgrade", help="bring the installation to a newer version, or leave it as it is"
    )
    upgrade.set_defaults(module="upgrade")


def farewell(commands: "Commands") -> None:
    farewell = commands.add_parser(
        "farewell", help="close the campaign for good: tell everybody, then delete all"
    )
    farewell.set_defaults(module="farewell")


def demo(commands: "Commands") -> None:
    demo = commands.add_parser("demo", help="a small living campaign with new people, on this machine only")
    demo.set_defaults(module="demo.show")


def number(commands: "Commands") -> None:
    number = commands.add_parser("demo-number", help="somebody's second-factor number in the demonstration")
    number.set_defaults(module="demo.number")
    number.add_argument("name")


def name(typed: str) -> str:
    """What the others on the staff will call somebody."""
    tidy = " ".join(typed.split())
    if not 0 < len(tidy) <= NAME_LENGTH or not tidy.isprintable():
        raise argparse.ArgumentTypeError(f"a name has 1 to {NAME_LENGTH} characters")
    return tidy
