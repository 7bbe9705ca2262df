"""Reads what was typed, makes Django ready, and hands over to the module of the sub-command."""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence

import django
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError

from offramp.campaigns.source import CampaignBroken
from offramp.upkeep.demo import surroundings
from offramp.upkeep.refusal import Refused

NAME_LENGTH = 40


def main(typed: Sequence[str] | None = None) -> int:
    """The `offramp` command; its answer is the exit status."""
    asked = parser().parse_args(typed)
    try:
        return run(asked)
    except (Refused, ImproperlyConfigured, CampaignBroken) as refused:
        print(f"offramp: {refused}", file=sys.stderr)
    except OperationalError as trouble:
        # The engine's own sentence; neither engine repeats a password in it.
        print(f"offramp: the database does not answer as it should: {trouble}", file=sys.stderr)
    except KeyboardInterrupt:
        print("\nofframp: stopped.", file=sys.stderr)
    return 2


def run(asked: argparse.Namespace) -> int:
    if asked.command == "demo":
        surroundings.settle(os.environ)
    if asked.command != "demo-number":
        load_settings()
    module = importlib.import_module(f"offramp.upkeep.{asked.module}")
    answer: int = module.run(asked)
    return answer


def load_settings() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "offramp.config.settings")
    try:
        django.setup()
    except ValueError as wrong:  # an address that cannot be taken apart
        raise ImproperlyConfigured(f"a setting cannot be read: {wrong}.") from wrong


def parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("offramp", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

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

    serve = commands.add_parser("serve", help="answer browsers")
    serve.set_defaults(module="serve")
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=8000)
    serve.add_argument("--workers", type=int, default=1, help="processes; one needs about 60 MB of memory")
    serve.add_argument("--certificate", help="PEM file; without one, a proxy in front of us ends TLS")
    serve.add_argument("--key", help="PEM file (PKCS #8) of the certificate's key")

    for command, help_text in {
        "purge": "burn what is due and forget what is old; for a timer, each night",
        "notify": "send the daily mail to the staff; for a timer, each day",
    }.items():
        commands.add_parser(command, help=help_text).set_defaults(module=command)

    demo = commands.add_parser("demo", help="a small living campaign with new people, on this machine only")
    demo.set_defaults(module="demo.show")
    number = commands.add_parser("demo-number", help="somebody's second-factor number in the demonstration")
    number.set_defaults(module="demo.number")
    number.add_argument("name")
    return parser


def name(typed: str) -> str:
    """What the others on the staff will call somebody."""
    tidy = " ".join(typed.split())
    if not 0 < len(tidy) <= NAME_LENGTH or not tidy.isprintable():
        raise argparse.ArgumentTypeError(f"a name has 1 to {NAME_LENGTH} characters")
    return tidy
