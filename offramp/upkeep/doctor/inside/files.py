"""Settings, database and backups: nobody else on the machine may read them."""

import os
import pwd
import stat
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from shlex import quote

from django.conf import settings
from django.db import connection

from offramp.upkeep.backup import copies, key
from offramp.upkeep.doctor import mends
from offramp.upkeep.doctor.finding import Checks, Finding, broken, good

SHORTEST_SECRET = 50  # characters
OF_OTHERS = "Another account, or a program that was broken into, could read it."
SECRETS = "Who reads the settings can sign forms and enter the database."


def checks() -> Checks:
    return {
        "files.settings": partial(settings_file, settings.SETTINGS_FILE),
        "files.secret": partial(secret, settings.SECRET_KEY),
        "files.database": database,
        "files.backups": partial(backups, settings.BACKUPS),
    }


def settings_file(path: Path | None) -> Iterator[Finding]:
    if path is None:
        yield good("The settings come from the environment alone; no file holds them.")
        return
    # Root writes it, the service's group reads it.
    found = [*too_open(path, 0o640, why=SECRETS), *owned_by_another(path, {0, os.geteuid()})]
    yield from found or [good(f"The settings in {path} can be read by nobody else.")]


def secret(text: str) -> Iterator[Finding]:
    if len(text) >= SHORTEST_SECRET and len(set(text)) > 10:
        yield good("OFFRAMP_SECRET_KEY is long enough.")
        return
    yield broken(
        f"OFFRAMP_SECRET_KEY is too short, or too plain: it needs {SHORTEST_SECRET} random characters.",
        why="Who guesses it can forge the tokens from which codes are drawn.",
        mend="Put in its place what the first of these prints, then type the others:\n"
        "$ python3 -c 'import secrets; print(secrets.token_hex(32))'\n"
        f"{mends.RESTART}\n$ offramp purge --begin-journal-chain",
    )


def database() -> Iterator[Finding]:
    if connection.vendor != "sqlite":
        return
    file = Path(connection.settings_dict["NAME"])
    files = [path for path in (file, *(Path(f"{file}{end}") for end in ("-wal", "-shm"))) if path.exists()]
    if not files:
        return  # said where it is asked for an answer
    owner = file.parent.stat().st_uid
    found = [
        finding
        for path in files
        for finding in (
            *too_open(path, 0o600, why=OF_OTHERS),
            *owned_by_another(path, {owner}, why="The service could not write into it any more."),
        )
    ]
    found += too_open(file.parent, 0o700, why="Others could see the database's files, and when they change.")
    yield from found or [good(f"The database in {file.parent} belongs to its owner alone.")]


def backups(folder: Path | None) -> Iterator[Finding]:
    if folder is None or not folder.is_dir():
        return  # said by the looks at the backups themselves
    found = list(too_open(folder, 0o700, why="Others could see how much there is, and take it along."))
    for path in [*copies.there(folder), folder / key.NAME]:
        # What the public key seals anybody may seal; but who changes it reads all later backups.
        most = 0o644 if path.name == key.NAME else 0o600
        found += too_open(path, most, why=OF_OTHERS) if path.exists() else []
    yield from found or [good(f"The backups in {folder} belong to their owner alone.")]


def too_open(path: Path, most: int, *, why: str) -> Iterator[Finding]:
    mode = stat.S_IMODE(path.lstat().st_mode)
    if path.is_symlink():
        yield a_link(path)
    elif mode & 0o077 & ~most:
        yield broken(
            f"{path} is open to others on this machine: its mode is {mode:o}, and should be {most:o}.",
            why=why,
            mend=f"$ chmod {most:o} {quote(str(path))}",
        )


def owned_by_another(path: Path, owners: set[int], *, why: str = OF_OTHERS) -> Iterator[Finding]:
    owner = path.lstat().st_uid
    if path.is_symlink():
        yield a_link(path)
    elif owner not in owners:
        right = min(owners)
        yield broken(
            f"{path} belongs to {name(owner)}, and should belong to {name(right)}.",
            why=why,
            mend=f"$ chown --no-dereference {name(right)} {quote(str(path))}",
        )


def a_link(path: Path) -> Finding:
    """Nothing to type: what it leads to may be a file of root's, put there to be handed over."""
    return broken(
        f"{path} is a link, and should be a file.",
        why="Offramp makes no links there. Somebody who got into the program may have.",
        mend="Treat it as a breach: docs/hosting.md, “If somebody was in”. Change nothing that it leads to.",
    )


def name(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)
