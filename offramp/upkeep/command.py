"""Reads what was typed, makes Django ready, and hands over to the module of the sub-command."""

import importlib
import os
import sys
from argparse import Namespace
from collections.abc import Sequence

import django
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError

from offramp.campaigns.source import CampaignBroken
from offramp.upkeep import typed
from offramp.upkeep.demo import surroundings
from offramp.upkeep.refusal import Refused


def main(words: Sequence[str] | None = None) -> int:
    """The `offramp` command; its answer is the exit status."""
    asked = typed.parser().parse_args(words)
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


def run(asked: Namespace) -> int:
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
