"""Reads a campaign's folder, file by file; the first thing that is wrong is said, and nothing is guessed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from offramp.campaigns import shipped
from offramp.campaigns.campaign import Basics, Campaign
from offramp.campaigns.care import read_care
from offramp.campaigns.choices import read_choices
from offramp.campaigns.crisis import read_crisis
from offramp.campaigns.letters import read_letters
from offramp.campaigns.look import read_look
from offramp.campaigns.nicknames import read_nicknames
from offramp.campaigns.pages import read_pages
from offramp.campaigns.phrases import read_occupations, read_phrases
from offramp.campaigns.replies import read_replies
from offramp.campaigns.source import CampaignBroken, Source
from offramp.campaigns.table import Table, shown
from offramp.campaigns.texts import read_texts
from offramp.campaigns.wording import FIRST, Languages, Wording

# Each of these has a rule for the day a case burns; no other number has.
RETENTIONS = (7, 14, 30, 60, 90)
LANGUAGE = re.compile(r"[a-z]{2,3}")
ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
KEYS = (
    "name",
    "neutral_name",
    "contact",
    "languages",
    "backup_days",
    "retention_days",
    "retention_choices",
    "look",
    "letters",
)

# What came after 0.1.0, each line of them together.
LATER = (("phrases*", "occupations"), ("care",), ("letters",))


def read(folder: Path) -> Campaign:
    """The campaign in this folder. Raises CampaignBroken."""
    if not folder.is_dir():
        raise CampaignBroken(str(folder), None, expected="a campaign's folder", found="none")
    campaign = _table(folder, "campaign")
    basics = _basics(campaign)
    plain = _plain(basics)
    texts = read_texts(_table(folder, "texts"), plain)
    texts["name"] = basics.name
    words, care, letters = (_home(folder, *names) for names in LATER)
    occupations = read_occupations(_table(words.folder, "occupations"), words.languages)
    return Campaign(
        basics=basics,
        wordings=texts,
        pages=read_pages(folder, _with_texts(plain, texts)),
        entries=read_choices(_table(folder, "choices"), plain),
        crisis=read_crisis(_table(folder, "crisis"), plain),
        replies=read_replies(_table(folder, "replies"), plain),
        nicknames=read_nicknames(_table(folder, "nicknames"), plain),
        occupations=occupations,
        phrases=read_phrases(_phrase_files(words.folder), words.languages, occupations),
        care_rules=read_care(_table(care.folder, "care"), care.languages),
        letters=read_letters(_table(letters.folder, "letters"), letters.languages),
        look=read_look(campaign, folder),
    )


def _with_texts(plain: Languages, texts: Mapping[str, Wording[str]]) -> Languages:
    """The same languages, in which {blanks} may also name a short text."""
    said = {code: {name: text.said_in(code) for name, text in texts.items()} for code in plain.codes}
    return Languages(plain.codes, {code: {**plain.blanks[code], **said[code]} for code in plain.codes})


@dataclass(frozen=True)
class _Home:
    """Where some files of the campaign stand, and the languages they speak there."""

    folder: Path
    languages: Languages


def _home(folder: Path, *names: str) -> _Home:
    """A folder older than these files goes on with those of the campaign we ship."""
    if not any(any(folder.glob(f"{name}.toml")) for name in names):
        folder = next(iter(shipped.folders().values()))
    return _Home(folder, _plain(_basics(_table(folder, "campaign"))))


def _plain(basics: Basics) -> Languages:
    return Languages(basics.languages, {code: _blanks(basics, code) for code in basics.languages})


def _phrase_files(folder: Path) -> list[Table]:
    """All that begin so, since the phrases of a campaign are many."""
    names = sorted(path.stem for path in folder.glob("phrases*.toml"))
    return [_table(folder, name) for name in names or ["phrases"]]


def _table(folder: Path, name: str) -> Table:
    return Table.whole(Source.read(folder, f"{name}.toml"))


def _basics(table: Table) -> Basics:
    table.only(*KEYS)
    codes = _languages(table)
    return Basics(
        name=table.said("name", Languages(codes, {code: {} for code in codes})),
        neutral_name=table.text("neutral_name"),
        contact=_contact(table),
        languages=codes,
        backup_days=_backup_days(table),
        retention_days=_retention_days(table),
        retention_choices=_retention_choices(table),
        whole_letters=_whole_letters(table),
    )


def _languages(table: Table) -> tuple[str, ...]:
    codes = table.list_of("languages", str, "languages such as “en”")
    for code in codes:
        if not LANGUAGE.fullmatch(code):
            raise table.broken("languages", "languages such as “en”", f"“{code}”")
    if FIRST not in codes:  # what a reader of any other language falls back to
        raise table.broken("languages", f"“{FIRST}” among the languages", "none")
    return codes


def _contact(table: Table) -> str:
    address = table.text("contact")
    if not ADDRESS.fullmatch(address):
        raise table.broken("contact", "an e-mail address", f"“{address}”")
    return address


def _backup_days(table: Table) -> int:
    days = table.number("backup_days")
    if days < 1:
        raise table.broken("backup_days", "at least one day", str(days))
    return days


def _retention_choices(table: Table) -> tuple[int, ...]:
    choices = table.list_of("retention_choices", int, "days")
    for days in choices:
        if days not in RETENTIONS:
            raise table.broken("retention_choices", "days among 7, 14, 30, 60 and 90", str(days))
    return choices


def _retention_days(table: Table) -> int:
    days = table.number("retention_days")
    if days not in _retention_choices(table):
        raise table.broken("retention_days", "one of the “retention_choices”", str(days))
    return days


def _whole_letters(table: Table) -> int | None:
    """A folder that says nothing about it shows all of them to everybody."""
    if "letters" not in table.values:
        return None
    letters = table.child("letters").only("public")
    newest = letters.values.get("public")
    if newest == "all":
        return None
    if type(newest) is not int or newest < 1:
        expected = "“all”, or a number: how many of the newest letters everybody may read whole"
        raise letters.broken("public", expected, shown(newest) if newest is not None else "nothing")
    return newest


def _blanks(basics: Basics, code: str) -> dict[str, str]:
    return {
        "name": basics.name.said_in(code),
        "neutral_name": basics.neutral_name,
        "contact": basics.contact,
        "backup_days": str(basics.backup_days),
        "retention_days": str(basics.retention_days),
        "retention_choices": ", ".join(str(days) for days in basics.retention_choices),
    }
