"""The letters of the campaign's folder: what is new comes in at each start; the rest is brought by hand."""

import os
import re
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone

from offramp import campaigns
from offramp.letters import exchange, folder, standing
from offramp.letters.models import Letter
from offramp.letters.written import SLUG
from offramp.upkeep import owner


def run(asked: Namespace) -> int:
    return take_out(asked) if asked.act == "export" else bring(asked)


def bring_new() -> list[Letter]:
    """Before anybody is served, so that a campaign's letters need nobody's hand. Raises CampaignBroken."""
    return exchange.bring_new(folder.of_campaign(), now=timezone.now())


def bring(_asked: Namespace) -> int:
    """Take over what the folder says otherwise, words as new revisions. Raises CampaignBroken."""
    for letter in bring_new():
        print(f"New from the folder: {letter.slug}")
    filed, now = folder.of_campaign(), timezone.now()
    for text in exchange.bring_changed(filed, now=now):
        print(f"Changed as the folder says: {text.letter.slug} ({text.language})")
    differences = standing.bring(filed, now=now)
    for one in differences:
        print(f"{'As the folder says' if one.is_taken else 'Left as it is here'}: {one.slug}: {one.what}")
    but = "" if all(one.is_taken for one in differences) else ", but for what was left"
    print(f"These letters are as the folder says{but}. What they said before is among their revisions.")
    return 0


def take_out(asked: Namespace) -> int:
    """Write every letter as it stands into a folder, the campaign's own if none is named."""
    to: Path = asked.folder or settings.CAMPAIGN_FOLDER
    with as_owner():
        files = list(exchange.files())
        connection.close()
    written = [_write(to, name, content) for name, content in files]
    print(f"{sum(written)} files below {to / 'letters'}.")
    return 0 if all(written) else 1


def _write(to: Path, name: str, content: bytes) -> bool:
    """Root writes what the database says: under a letter's name only, and through no link."""
    path = to / name
    languages = "|".join(map(re.escape, campaigns.current().languages))
    ours = rf"letters/{SLUG}/(letter\.toml|picture\.jpg|({languages})\.md)"
    if not re.fullmatch(ours, name) or path.parent.is_symlink() or path.parent.parent.is_symlink():
        print(f"Not written: {name!r}. It is no file of this campaign's letters, or stands behind a link.")
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.new")
    beside.unlink(missing_ok=True)
    new = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o644)
    with os.fdopen(new, "wb") as file:
        file.write(content)
    beside.replace(path)
    return True


@contextmanager
def as_owner() -> Iterator[None]:
    """The folder may be root's; a database that root opens would lock the service out."""
    account = owner.whose() if os.geteuid() == 0 else None
    if account is None or account.pw_uid == 0:
        yield
        return
    os.seteuid(account.pw_uid)
    try:
        yield
    finally:
        os.seteuid(0)
