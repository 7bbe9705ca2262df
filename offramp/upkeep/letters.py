"""The letters of the campaign's folder: what is new comes in at each start; the rest is brought by hand."""

import os
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone

from offramp.letters import exchange, folder
from offramp.letters.models import Letter
from offramp.upkeep import owner


def run(asked: Namespace) -> int:
    return take_out(asked) if asked.act == "export" else bring(asked)


def bring_new() -> list[Letter]:
    """Before anybody is served, so that a campaign's letters need nobody's hand. Raises CampaignBroken."""
    return exchange.bring_new(folder.of_campaign(), now=timezone.now())


def bring(_asked: Namespace) -> int:
    """Take over what the folder says otherwise, as new revisions. Raises CampaignBroken."""
    for letter in bring_new():
        print(f"New from the folder: {letter.slug}")
    for text in exchange.bring_changed(folder.of_campaign(), now=timezone.now()):
        print(f"Changed as the folder says: {text.letter.slug} ({text.language})")
    print("The letters say what the folder says. What they said before is among their revisions.")
    return 0


def take_out(asked: Namespace) -> int:
    """Write every letter as it stands into a folder, the campaign's own if none is named."""
    to: Path = asked.folder or settings.CAMPAIGN_FOLDER
    with as_owner():
        files = list(exchange.files())
        connection.close()
    for name, content in files:
        path = to / name
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f"{path.name}.new")
        beside.write_bytes(content)
        beside.replace(path)
    print(f"{len(files)} files below {to / 'letters'}.")
    return 0


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
