"""The campaign's files of a backup: never written over what somebody edited since."""

import shutil
from collections.abc import Iterable
from datetime import date
from itertools import count
from pathlib import Path

from django.conf import settings

from offramp.upkeep.backup.contents import CampaignFile

IN_PLACE = "The campaign's files are in {folder} again."
THE_SAME = "The campaign's files in {folder} are those of the backup."
BESIDE = """\
The campaign's files in {folder} are not those of the backup, and stay as they are. Those of the backup
are in {beside}: copy over what you miss."""
NOT_WRITTEN = "The campaign's files of the backup could not be written; those in {folder} stay as they are."


def put(files: Iterable[CampaignFile], *, day: date) -> str:
    """Write them where nothing is yet, else beside the backups; says what was done."""
    folder, kept = settings.CAMPAIGN_FOLDER, list(files)
    if folder.exists():
        if all(is_same(folder / file.path, file.content) for file in kept):
            return THE_SAME.format(folder=folder)
    elif written(kept, folder):
        return IN_PLACE.format(folder=folder)
    if settings.BACKUPS:
        beside = free(settings.BACKUPS / f"campaign-of-{day}")
        if written(kept, beside):
            return BESIDE.format(folder=folder, beside=beside)
    return NOT_WRITTEN.format(folder=folder)


def is_same(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except OSError:
        return False


def written(files: Iterable[CampaignFile], folder: Path) -> bool:
    """The whole folder or none of it. Says whether it could be."""
    begun = folder.with_name(f"{folder.name}.new")
    try:
        for file in files:
            path = begun / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.content)
        begun.rename(folder)
    except OSError:
        shutil.rmtree(begun, ignore_errors=True)
        return False
    return True


def free(path: Path) -> Path:
    names = (path if number == 1 else path.with_name(f"{path.name}-{number}") for number in count(1))
    return next(name for name in names if not name.exists())
