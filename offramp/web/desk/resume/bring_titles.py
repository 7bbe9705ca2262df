"""What a brought résumé is called: as its file, unless that tells whose it is; else by its newest job."""

from collections.abc import Container
from itertools import count
from pathlib import PurePath

from django.utils.translation import gettext as _

from offramp.paper import identity
from offramp.paper.contents import Parted
from offramp.web.desk.resume import entry_lines

LONGEST = 80


def of(parted: Parted, file_name: str, taken: Container[str]) -> str:
    """One that no other résumé of the desk has."""
    title = _of_file(file_name, parted) or _of_job(parted) or _("My old résumé")
    numbered = (f"{title} ({number})" for number in count(2))
    return title if title not in taken else next(one for one in numbered if one not in taken)


def _of_file(name: str, parted: Parted) -> str:
    letters = "".join(letter for letter in PurePath(name).stem if letter.isprintable())
    stem = " ".join(letters.replace("_", " ").split())[:LONGEST]
    return stem if any(map(str.isalpha, stem)) and not identity.is_told_by(stem, parted.contact) else ""


def _of_job(parted: Parted) -> str:
    title = next((entry_lines.title("work", job) for job in parted.content["work"]), "")
    return "" if identity.GONE in title else title[:LONGEST]
