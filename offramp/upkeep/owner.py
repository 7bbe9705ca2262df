"""Root becomes the owner of the database: a file that root left beside it would lock the service out."""

import os
import pwd
from pathlib import Path

from django.conf import settings

# Who the service runs as; `offramp init` makes them on a root installation.
USER = "offramp"


def become() -> None:
    """Give up root for good, before the database is opened; does nothing for anybody else."""
    owner = whose()
    if os.geteuid() != 0 or owner is None or owner.pw_uid == 0:
        return
    os.initgroups(owner.pw_name, owner.pw_gid)
    os.setgid(owner.pw_gid)
    os.setuid(owner.pw_uid)
    os.environ["HOME"] = owner.pw_dir
    os.umask(0o077)


def whose() -> pwd.struct_passwd | None:
    """The account that the database, and all that belongs to it, should be touched by."""
    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        folder = Path(database["NAME"]).absolute().parent
        return account(folder.stat().st_uid) if folder.is_dir() else None
    # In a container or a checkout there is no file, and whoever types the command is the right one.
    return named(USER) if settings.SETTINGS_FILE else None


def account(uid: int) -> pwd.struct_passwd | None:
    try:
        return pwd.getpwuid(uid)
    except KeyError:  # a container's number without a name
        return None


def named(name: str) -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(name)
    except KeyError:
        return None
