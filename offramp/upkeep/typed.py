"""What can be typed after `offramp`: a function for each command."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

NAME_LENGTH = 40
TROUBLE = 2
EX_TEMPFAIL = 75  # sysexits.h; os has it on some systems only


def parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "offramp", description="Hosts a campaign that helps people leave their job."
    )
    # A command says where it differs: what runs before settings are read, whether root stays root, and what
    # the exit status of trouble is.
    parser.set_defaults(before=None, needs_settings=True, stays_root=False, trouble=TROUBLE)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for add in (
        init,
        machine,
        serve,
        doctor,
        purge,
        notify,
        mail,
        bounce,
        backup,
        restore,
        upgrade,
        farewell,
        letters,
        subscribers,
        demo,
        number,
        demo_mail,
    ):
        add(commands)
    return parser


def init(commands: "Commands") -> None:
    init = commands.add_parser("init", help="set Offramp up on this machine: asks, and does what is left")
    init.set_defaults(before="init.wizard", module="init.rest")
    init.add_argument("--origin", help="the address people will type, https://help.example.org")
    init.add_argument("--onion", help="its onion address, if it has one")
    init.add_argument("--database", help="“file”, or postgres://user:password@host/name")
    init.add_argument("--mail", help="smtp+tls://user:password@mail.example.org, or smtps://…")
    init.add_argument("--mail-from", metavar="ADDRESS", help="whom the daily mail to the staff comes from")
    init.add_argument("--campaign", help="a shipped campaign by its name, or your own by its folder")
    init.add_argument("--contact", metavar="ADDRESS", help="the e-mail address the site shows")
    init.add_argument("--folder", type=Path, help="keep everything in one folder; for trying it out")
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
    init.add_argument("--yes", action="store_true", help="do not ask: take the usual answers")


def machine(commands: "Commands") -> None:
    machine = commands.add_parser("service", help="run as a service of this machine, with a proxy before it")
    machine.set_defaults(module="machine.command", stays_root=True)
    actions = machine.add_subparsers(dest="action", required=True, metavar="ACTION")
    install = actions.add_parser("install", help="write the units, start them, let the proxy serve the site")
    actions.add_parser("remove", help="take all that away again; what people wrote stays")
    show = actions.add_parser("show", help="write every file “install” would write, below a folder")
    show.add_argument("folder", type=Path)
    for action in (install, show):
        action.add_argument("--proxy", choices=["caddy", "nginx", "none"], help="ends TLS; usually caddy")
        action.add_argument("--workers", type=workers, help="processes that answer browsers; usually 2")
        action.add_argument("--port", type=port, help="where the proxy finds them; usually 8000")
        action.add_argument("--onion", action="store_true", help="a way in through Tor as well")


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
    doctor.add_argument("--json", action="store_true", help="for a monitor; the exit status is the same")
    only = doctor.add_mutually_exclusive_group()
    for side, words in (("inside", "this machine alone"), ("outside", "the public address alone")):
        only.add_argument(f"--{side}", dest="only", action="store_const", const=side, help=words)
    doctor.add_argument(
        "--trust", type=Path, metavar="PEM", help="an authority to trust besides, while trying out"
    )
    doctor.add_argument(
        "--socks", default="127.0.0.1:9050", metavar="HOST:PORT", help="Tor, to try the onion address through"
    )
    doctor.add_argument("--mail-to", metavar="ADDRESS", help="send a letter there, to see whether it arrives")
    doctor.add_argument(
        "--advisories",
        type=Path,
        metavar="ZIP",
        help="known weaknesses of packages, downloaded wherever there is a network from "
        "https://osv-vulnerabilities.storage.googleapis.com/PyPI/all.zip",
    )


def purge(commands: "Commands") -> None:
    purge = commands.add_parser(
        "purge", help="burn what is due and forget what is old; for a timer, each night"
    )
    purge.set_defaults(module="purge")
    purge.add_argument(
        "--today-really-is",
        type=day,
        metavar="YYYY-MM-DD",
        help="when a purge was refused, so much time had passed, and the clock is right",
    )
    purge.add_argument(
        "--begin-journal-chain",
        action="store_true",
        help="take the journal as it stands now for the true one; after OFFRAMP_SECRET_KEY was changed",
    )


def notify(commands: "Commands") -> None:
    notify = commands.add_parser("notify", help="send the daily mail to the staff; for a timer, each day")
    notify.set_defaults(module="notify")


def mail(commands: "Commands") -> None:
    mail = commands.add_parser(
        "mail", help="send the mails that wait and the letters on their way; for a timer, each minute"
    )
    mail.set_defaults(module="mail")


def bounce(commands: "Commands") -> None:
    bounce = commands.add_parser("bounce", help="take one mail that came back, from a mail server's pipe")
    # A mail server that is told so keeps the mail and asks again; anything else would be lost.
    bounce.set_defaults(module="bounce", trouble=EX_TEMPFAIL)
    bounce.add_argument(
        "--mailbox", action="store_true", help="those in the mailbox of OFFRAMP_BOUNCES_MAILBOX, for a timer"
    )


def backup(commands: "Commands") -> None:
    backup = commands.add_parser("backup", help="keep a sealed copy of everything, while the service runs")
    backup.set_defaults(module="backup.write")
    backup.add_argument(
        "--to", type=Path, metavar="FOLDER", help="another folder than the installation's own"
    )
    backup.add_argument("--new-code", action="store_true", help="draw a new backup code instead")


def restore(commands: "Commands") -> None:
    restore = commands.add_parser("restore", help="bring a backup into an empty database")
    # Root opens the file, wherever it lies, before it becomes the owner of the database.
    restore.set_defaults(module="backup.restore", stays_root=True)
    restore.add_argument("file", type=Path, metavar="FILE")
    restore.add_argument("--yes", action="store_true", help="do not ask")


def upgrade(commands: "Commands") -> None:
    upgrade = commands.add_parser(
        "upgrade", help="bring the installation to a newer version, or leave it as it is"
    )
    upgrade.set_defaults(module="upgrade.command", stays_root=True)
    upgrade.add_argument(
        "what",
        nargs="?",
        metavar="WHAT",
        help="“newest”, a version, or the path of a wheel; without it, only the database",
    )
    upgrade.add_argument("--without-backup", action="store_true", help="there is a copy already")
    upgrade.add_argument("--only-look", action="store_true", help="say what is in the way, change nothing")


def farewell(commands: "Commands") -> None:
    farewell = commands.add_parser(
        "farewell", help="close the campaign for good: tell everybody, then delete all"
    )
    farewell.set_defaults(module="farewell.standing")
    steps = farewell.add_subparsers(metavar="STEP")
    announce = steps.add_parser("announce", help="close intake and show everybody the last day")
    announce.set_defaults(module="farewell.announce")
    announce.add_argument("--last-day", type=day, required=True, metavar="YYYY-MM-DD")
    announce.add_argument("--yes", action="store_true", help="do not ask")
    recall = steps.add_parser("recall", help="go on after all")
    recall.set_defaults(module="farewell.recall")
    page = steps.add_parser("page", help="write the page that stands at the address afterwards")
    page.set_defaults(module="farewell.page", stays_root=True)
    page.add_argument("file", type=Path)
    finish = steps.add_parser("finish", help="delete everything, once the last day is over")
    finish.set_defaults(module="farewell.finish", stays_root=True)
    finish.add_argument("--now", action="store_true", help="in an emergency: before the last day is over")
    finish.add_argument("--receipt", type=Path, default=Path("offramp-receipt.txt"), metavar="FILE")


def letters(commands: "Commands") -> None:
    letters = commands.add_parser("letters", help="open letters, between the campaign's folder and the site")
    letters.set_defaults(module="letters")
    acts = letters.add_subparsers(dest="act", required=True, metavar="ACT")
    acts.add_parser("import", help="take over what the folder says otherwise; what stood here is kept")
    export = acts.add_parser("export", help="write every letter as files, drafts too")
    export.set_defaults(stays_root=True)  # only the folder is root's
    export.add_argument("folder", nargs="?", type=Path, help="usually the campaign's own")


def subscribers(commands: "Commands") -> None:
    subscribers = commands.add_parser("subscribers", help="lists of who gets the letters by mail; one erased")
    subscribers.set_defaults(module="subscribers")
    acts = subscribers.add_subparsers(dest="act", required=True, metavar="ACT")
    bring = acts.add_parser("import", help="bring in a list of any size: CSV, or an address a line")
    bring.add_argument("--they-agreed", action="store_true", help="everybody on it agreed to get letters")
    bring.add_argument("--language", help="for lines that do not say; usually the first of the campaign")
    bring.add_argument("--rhythm", choices=["each", "monthly"], default="each", help="the same; usually each")
    export = acts.add_parser("export", help="write everybody who gets the letters into a new file")
    for act in (bring, export):
        act.set_defaults(stays_root=True)  # only the file is root's
        act.add_argument("file", type=Path, metavar="FILE")
    erase = acts.add_parser("erase", help="forget one who asked for it")
    erase.add_argument("address", nargs="?", help="asked for, if not given, so that no shell remembers it")


def demo(commands: "Commands") -> None:
    demo = commands.add_parser("demo", help="a small living campaign with new people, on this machine only")
    demo.set_defaults(before="demo.surroundings", module="demo.show")


def number(commands: "Commands") -> None:
    number = commands.add_parser("demo-number", help="somebody's second-factor number in the demonstration")
    number.set_defaults(module="demo.number", needs_settings=False)
    number.add_argument("name")


def demo_mail(commands: "Commands") -> None:
    demo_mail = commands.add_parser("demo-mail", help="what the demonstration would mail; it shows it itself")
    demo_mail.set_defaults(module="demo.post")


def day(typed: str) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{typed}” is no day; it should look like 2026-11-22") from None


def name(typed: str) -> str:
    """What the others on the staff will call somebody."""
    tidy = " ".join(typed.split())
    if not 0 < len(tidy) <= NAME_LENGTH or not tidy.isprintable():
        raise argparse.ArgumentTypeError(f"a name has 1 to {NAME_LENGTH} characters")
    return tidy


def port(typed: str) -> int:
    if not typed.isdecimal() or not 1024 <= int(typed) <= 65535:
        raise argparse.ArgumentTypeError(f"“{typed}” is no port of ours; take a number from 1024 to 65535")
    return int(typed)


def workers(typed: str) -> int:
    if not typed.isdecimal() or not 1 <= int(typed) <= 64:
        raise argparse.ArgumentTypeError(
            f"“{typed}” is no number of processes; as many as the machine has cores"
        )
    return int(typed)
