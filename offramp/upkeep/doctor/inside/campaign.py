"""The campaign's folder: whether it can be read, and whether somebody made it theirs."""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from django.conf import settings

from offramp import campaigns
from offramp.campaigns.source import CampaignBroken
from offramp.upkeep.doctor import mends
from offramp.upkeep.doctor.finding import Checks, Finding, advice, broken, good

# Reserved for examples: an address that ends so reaches nobody, for ever.
NOBODY = re.compile(r"[\w.@/:-]+\.example\b")


def checks() -> Checks:
    return {"campaign.reads": reads, "campaign.addresses": partial(addresses, settings.CAMPAIGN_FOLDER)}


def reads() -> Iterator[Finding]:
    try:
        campaigns.current()
    except CampaignBroken as wrong:
        yield broken(
            f"The campaign cannot be read: {wrong}",
            why="The service does not start with it.",
            mend=f"Put it right in {settings.CAMPAIGN_FOLDER}, then:\n{mends.RESTART}",
        )
    else:
        yield good("The campaign can be read.")


def addresses(folder: Path) -> Iterator[Finding]:
    left = [
        (path, number, found[0])
        for path in sorted(folder.rglob("*"))
        if path.suffix in (".toml", ".md") and path.name != "README.md"
        for number, line in enumerate(path.read_text(errors="replace").splitlines(), 1)
        if not line.lstrip().startswith("#") and (found := NOBODY.search(line))
    ]
    if not left:
        yield good("The campaign shows no address that reaches nobody.")
    for path, number, address in left[:3]:
        yield advice(
            f"The campaign shows {address}, which reaches nobody.",
            why="People who write there, often in need, hear nothing.",
            mend=f"Write one that somebody reads into {path}, line {number}. Then:\n{mends.RESTART}",
        )
