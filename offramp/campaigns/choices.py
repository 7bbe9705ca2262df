"""choices.toml: what a seeker or an adviser can tick, and which ticks rule each other out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from offramp.campaigns.source import nearest
from offramp.campaigns.table import Table, one_of
from offramp.campaigns.wording import Languages, Wording

KINDS = ("work", "years", "region", "language", "help", "skill", "fact", "wish", "red-line")
# Asked of seekers and advisers alike, so that the two answers can be compared.
COMPARABLE = ("region",)
# kind -> its keys that name choices of other kinds, and the kind they name
LINKS = {
    "skill": {"meets": "help"},
    "wish": {"looks_for": "fact"},
    "red-line": {"excludes": "fact", "must_differ": ""},
}


class UnknownChoice(KeyError):
    """An id that stands nowhere in the campaign's folder (any more)."""


@dataclass(frozen=True)
class Choice:
    """One line to tick, in the reader's language."""

    id: str
    label: str


@dataclass(frozen=True)
class Entry:
    """One choice in every language, and the ids its links name."""

    id: str
    wording: Wording[str]
    links: Mapping[str, frozenset[str]] = field(default_factory=dict)


Entries = Mapping[str, Entry]


def read_choices(whole: Table, languages: Languages) -> dict[str, Entries]:
    """Every kind of choice, in the order of the file. Raises CampaignBroken."""
    whole.only(*KINDS)
    known: dict[str, Entries] = {}
    for kind in KINDS:  # help and facts come before the kinds that name them
        entries: dict[str, Entry] = {}
        for table in whole.each(kind):
            entry = _entry(table, kind, languages, known, entries)
            entries[entry.id] = entry
        known[kind] = entries
    return known


def _entry(
    table: Table, kind: str, languages: Languages, known: Mapping[str, Entries], taken: Entries
) -> Entry:
    link_keys = LINKS.get(kind, {})
    table.only("id", *languages.codes, *link_keys)
    links = {key: _linked(table, key, known) for key in link_keys}
    if link_keys and not any(links.values()):
        raise table.broken("id", f"{one_of(tuple(link_keys))} with an id in it", "none")
    return Entry(table.id(taken), table.wording(languages), links)


def _linked(table: Table, key: str, known: Mapping[str, Entries]) -> frozenset[str]:
    """The ids under a link's key, each of which must exist."""
    if key not in table.values:
        return frozenset()
    ids = table.list_of(key, str, "ids")
    for unknown in _unknown(ids, names := _names(table, key, known)):
        kind = LINKS[table.place.header][key]
        called = f"an id of [[{kind}]]" if kind else one_of(names)
        raise table.broken(key, f"{called} under “{key}”", f"“{unknown}”{nearest(unknown, names)}")
    return frozenset(ids)


def _names(table: Table, key: str, known: Mapping[str, Entries]) -> tuple[str, ...]:
    kind = LINKS[table.place.header][key]
    return tuple(known[kind]) if kind else COMPARABLE


def _unknown(ids: tuple[str, ...], names: tuple[str, ...]) -> Iterator[str]:
    return (name for name in ids if name not in names)
