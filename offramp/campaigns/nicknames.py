"""nicknames.toml: two lists of pleasant words, so that nobody is asked for a name."""

import secrets
from dataclasses import dataclass

from offramp.campaigns.table import Table
from offramp.campaigns.wording import Languages, Wording

# Fewer, and two seekers of one week would often get the same nickname.
FEWEST = 40


@dataclass(frozen=True)
class NicknameWords:
    first: tuple[str, ...]
    second: tuple[str, ...]

    def draw(self) -> str:
        return f"{secrets.choice(self.first)} {secrets.choice(self.second)}"


def read_nicknames(whole: Table, languages: Languages) -> Wording[NicknameWords]:
    """The words of each language. Raises CampaignBroken."""
    whole.only(*languages.codes)
    versions = {}
    for code in languages.codes:
        table = whole.child(code).only("first", "second")
        versions[code] = NicknameWords(_words(table, "first"), _words(table, "second"))
    return Wording(versions)


def _words(table: Table, key: str) -> tuple[str, ...]:
    words = table.list_of(key, str, "words")
    if twice := [word for word in words if words.count(word) > 1]:
        raise table.broken(key, "each word once", f"“{twice[0]}” twice")
    if len(words) < FEWEST:
        raise table.broken(key, f"at least {FEWEST} words under “{key}”", str(len(words)))
    return words
