"""Reads what was typed, makes Django ready, and hands over to the module of the sub-command."""

import importlib
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from types import ModuleType

import django
from django.apps import apps
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, InterfaceError

from offramp.campaigns.source import CampaignBroken
from offramp.upkeep import owner, typed
from offramp.upkeep.refusal import Refused


def main(words: Sequence[str] | None = None) -> int:
    """The `offramp` command; its answer is the exit status."""
    asked = typed.parser().parse_args(words)
    try:
        return run(asked)
    except (Refused, ImproperlyConfigured, CampaignBroken) as refused:
        print(f"offramp: {refused}", file=sys.stderr)
    except (DatabaseError, InterfaceError) as trouble:
        # The engine's own sentence; neither engine repeats a password in it.
        print(f"offramp: the database does not answer as it should: {first_line(trouble)}", file=sys.stderr)
    except OSError as trouble:
        where = f" ({trouble.filename})" if trouble.filename else ""
        print(f"offramp: the machine says no: {trouble.strerror or trouble}{where}.", file=sys.stderr)
    except KeyboardInterrupt:
        print("\nofframp: stopped.", file=sys.stderr)
    return int(asked.trouble)


def run(asked: Namespace) -> int:
    if asked.before:
        part(asked.before).run(asked)
    if asked.needs_settings:
        load_settings()
        if not asked.stays_root:
            owner.become()
    answer: int = part(asked.module).run(asked)
    return answer


def first_line(trouble: Exception) -> str:
    return (str(trouble).strip().splitlines() or ["it does not say why"])[0]


def part(name: str) -> ModuleType:
    """Only now, since most of them need the settings as soon as they are imported."""
    return importlib.import_module(f"offramp.upkeep.{name}")


def load_settings() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "offramp.config.settings")
    if apps.ready:
        return
    try:
        django.setup()
    except ValueError as wrong:  # an address that cannot be taken apart
        raise ImproperlyConfigured(f"a setting cannot be read: {wrong}.") from wrong
    # One connection is enough for a command, and a pool does not say why it gets none.
    settings.DATABASES["default"].get("OPTIONS", {}).pop("pool", None)
