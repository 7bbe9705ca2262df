"""The backup key: its public half lies on the server, the words that open what it sealed lie nowhere."""

import base64
import os
from contextlib import suppress
from pathlib import Path

from django.conf import settings

from offramp.sealed import keys
from offramp.sealed.codes import Code
from offramp.sealed.derive import derive
from offramp.upkeep.refusal import Refused

NAME = "key.pub"

THERE_ALREADY = """\
{file} is there already, and is left as it is. “offramp backup --new-code” makes a new backup code."""
NOT_THERE = (
    "{file} is missing: without it nothing can be sealed. “offramp backup --new-code” makes a new one."
)
NO_KEY = (
    "{file} holds no backup key. Put the right file back, or make a new one: “offramp backup --new-code”."
)
NOT_WRITTEN = "the backup key cannot be written into {folder}: {trouble}."
NOT_READ = "{file} cannot be read: {trouble}."
NO_FOLDER = "OFFRAMP_BACKUPS is not set: it names the folder that the backups are kept in."

WHAT_TO_DO = """\
The backup code. It is shown this once, and stands nowhere on this server:

    {code}

Write these eight words on paper, twice, and give the two sheets to two people who keep them away from
the server. Only with them can a backup be read again; whoever lost them has no backups."""


def folder() -> Path:
    """Where this installation keeps its backups and the key. Raises Refused."""
    if settings.BACKUPS is None:
        raise Refused(NO_FOLDER)
    place: Path = settings.BACKUPS
    return place


def make(folder: Path) -> Code:
    """Draw a backup code and leave its public key in the folder. Raises Refused where one stands."""
    if (folder / NAME).exists():
        raise Refused(THERE_ALREADY.format(file=folder / NAME))
    return replace(folder)


def replace(folder: Path) -> Code:
    """The same, in the place of whichever key stood there. Raises Refused."""
    code = Code.draw()
    text = base64.b64encode(pair(code).public) + b"\n"
    before = folder / f"{NAME}.new"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Whole or not at all: half a key would be found out when the next backup is due.
        with before.open("wb") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        before.replace(folder / NAME)
    except OSError as trouble:
        with suppress(OSError):
            before.unlink()
        raise Refused(NOT_WRITTEN.format(folder=folder, trouble=trouble.strerror)) from None
    return code


def read(folder: Path) -> bytes:
    """The public key that backups are sealed to. Raises Refused."""
    file = folder / NAME
    try:
        public = base64.b64decode(file.read_bytes().strip(), validate=True)
        keys.read_public(public)
    except FileNotFoundError:
        raise Refused(NOT_THERE.format(file=file)) from None
    except OSError as trouble:
        raise Refused(NOT_READ.format(file=file, trouble=trouble.strerror)) from None
    except ValueError:
        raise Refused(NO_KEY.format(file=file)) from None
    return public


def pair(code: Code) -> keys.KeyPair:
    """The key pair of a code; a label of its own, so that no member's keys are ever these."""
    return keys.KeyPair.from_seed(derive(str(code).encode(), "backup/seed"))
