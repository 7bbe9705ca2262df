"""`offramp service`: install, remove, or show what would be installed."""

import os
from argparse import Namespace
from pathlib import Path

from offramp.upkeep.machine import asking, files, keeping
from offramp.upkeep.machine.install import install
from offramp.upkeep.machine.installation import Installation
from offramp.upkeep.machine.remove import remove
from offramp.upkeep.refusal import Refused


def run(asked: Namespace) -> int:
    if asked.action == "remove":
        return remove(Installation(), uid=os.geteuid())
    wanted = asking.wanted(asked, asking.last_time())
    if asked.action == "show":
        return show(wanted, asked.folder)
    return install(wanted, uid=os.geteuid())


def show(installation: Installation, folder: Path) -> int:
    """Write all files below a folder instead of into the machine. Raises Refused."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refused(f"{folder} is not an empty folder; name one that is, or a new one.")
    for path, text in files.texts(installation).items():
        keeping.put(folder / Path(path).relative_to("/"), text)
    return 0
