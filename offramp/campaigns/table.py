"""A table of a TOML file: each key is taken out by its kind, or refused by its line."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from offramp.campaigns.source import CampaignBroken, Place, Source, nearest
from offramp.campaigns.wording import Languages, UnknownBlank, Wording

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Table:
    source: Source
    values: Mapping[str, Any]
    place: Place = field(default_factory=Place)

    @classmethod
    def whole(cls, source: Source) -> "Table":
        return cls(source, source.table())

    def only(self, *expected: str) -> "Table":
        """Refuse a key that is not expected here. Raises CampaignBroken."""
        for key in self.values:
            if key not in expected:
                raise self.broken(key, one_of(expected), f"“{key}”{nearest(key, expected)}")
        return self

    def child(self, key: str) -> "Table":
        """The table under a key: below its own header, or dotted. Raises CampaignBroken."""
        values = self._of_kind(key, dict, "a table")
        if self.place.header:
            return Table(self.source, values, replace(self.place, prefix=f"{self.place.prefix}{key}."))
        below_header = re.search(rf"^\s*\[\s*{re.escape(key)}\s*\]", self.source.text, re.MULTILINE)
        return Table(self.source, values, Place(header=key) if below_header else Place(prefix=f"{key}."))

    def each(self, key: str) -> Iterator["Table"]:
        """The tables under [[key]]. Raises CampaignBroken."""
        tables = self._of_kind(key, list, f"at least one [[{key}]]")
        for nth, values in enumerate(tables):
            if not isinstance(values, dict):
                raise self.broken(key, f"[[{key}]] above each entry", shown(values))
            yield Table(self.source, values, Place(header=key, nth=nth))

    def text(self, key: str) -> str:
        words: str = self._of_kind(key, str, "words").strip()
        if not words:
            raise self.broken(key, f"words for “{key}”", "none")
        return words

    def id(self, taken: Collection[str]) -> str:
        name = self.text("id")
        if not ID.fullmatch(name):
            raise self.broken("id", "a short id in small letters, digits and dashes", f"“{name}”")
        if name in taken:
            raise self.broken("id", "an id of its own", f"“{name}” a second time")
        return name

    def id_among(self, known: Collection[str], taken: Collection[str]) -> str:
        """An id that the program knows. Raises CampaignBroken."""
        name = self.id(taken)
        if name not in known:
            raise self.broken("id", one_of(known), f"“{name}”{nearest(name, known)}")
        return name

    def number(self, key: str) -> int:
        return int(self._of_kind(key, int, "a whole number"))

    def day(self, key: str) -> date:
        day = self._of_kind(key, date, "a date like 2026-11-22")
        if isinstance(day, datetime):
            raise self.broken(key, "a date like 2026-11-22", f"“{day}”")
        return day  # type: ignore[no-any-return]

    def list_of(self, key: str, kind: type, called: str) -> tuple[Any, ...]:
        items = self._of_kind(key, list, f"a list of {called}")
        for item in items:
            if type(item) is not kind:
                raise self.broken(key, f"a list of {called}", f"{shown(item)} in it")
        return tuple(items)

    def wording(self, languages: Languages) -> Wording[str]:
        """The text under each language's key, with its blanks filled. Raises CampaignBroken."""
        return Wording({code: self._filled(code, languages) for code in languages.codes})

    def said(self, key: str, languages: Languages) -> Wording[str]:
        """As wording(), of a child that holds nothing else. Raises CampaignBroken."""
        return self.child(key).only(*languages.codes).wording(languages)

    def broken(self, key: str, expected: str, found: str) -> CampaignBroken:
        line = self.source.line_of(self.place, key)
        return CampaignBroken(self.source.name, line, expected=expected, found=found)

    def _filled(self, code: str, languages: Languages) -> str:
        try:
            return languages.fill(self.text(code), code)
        except UnknownBlank as blank:
            raise self.broken(code, f"one of {languages.known_blanks()}", f"{{{blank}}}") from blank

    def _of_kind(self, key: str, kind: type, called: str) -> Any:
        if key not in self.values:
            raise self.broken(key, f"{called} under “{self.place.prefix}{key}”", "nothing")
        value = self.values[key]
        if not isinstance(value, kind) or isinstance(value, bool):
            raise self.broken(key, f"{called} under “{self.place.prefix}{key}”", shown(value))
        return value


def shown(value: object) -> str:
    """A value as its editor knows it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    return f"“{value}”" if isinstance(value, str) else str(value)


def one_of(names: Collection[str]) -> str:
    return "one of " + ", ".join(f"“{name}”" for name in names)
