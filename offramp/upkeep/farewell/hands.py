"""Root's hands and the owner's: the database is touched by its owner, what lies elsewhere by root."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from offramp.upkeep import owner


@contextmanager
def of_the_owner() -> Iterator[None]:
    """PostgreSQL may let in nobody else, and on SQLite a file of root's would lock the owner out."""
    account = owner.whose()
    if os.geteuid() != 0 or account is None or account.pw_uid == 0:
        yield
        return
    os.setegid(account.pw_gid)
    os.seteuid(account.pw_uid)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)
