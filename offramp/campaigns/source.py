"""A file of a campaign: what it says, and on which line it says it."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Any

HEADER = re.compile(r"^\s*\[{1,2}\s*([\w-]+)\s*\]{1,2}\s*(#.*)?$")


class CampaignBroken(Exception):
    """One sentence for whoever edited the file: where, what was expected, what was found."""

    def __init__(self, file: str, line: int | None, *, expected: str, found: str) -> None:
        self.file = file
        self.line = line
        where = f"{file}, line {line}" if line else file
        super().__init__(f"{where}: expected {expected}, found {found}.")


@dataclass(frozen=True)
class Place:
    """The nth table under a header, and the dotted start of its keys."""

    header: str = ""
    nth: int = 0
    prefix: str = ""


@dataclass(frozen=True)
class Source:
    """A file's name as a person knows it, and its text."""

    name: str
    text: str

    @classmethod
    def read(cls, folder: Path, name: str) -> "Source":
        """Read a file of the campaign. Raises CampaignBroken."""
        path, shown = folder / name, f"{folder.name}/{name}"
        try:
            return cls(shown, path.read_text(encoding="utf-8-sig"))
        except FileNotFoundError as missing:
            raise CampaignBroken(shown, None, expected="this file", found="none") from missing
        except UnicodeDecodeError as error:
            line = path.read_bytes()[: error.start].count(b"\n") + 1
            raise CampaignBroken(
                shown, line, expected="text saved as UTF-8", found="a character in another encoding"
            ) from error

    @cached_property
    def lines(self) -> list[str]:
        return self.text.splitlines()

    def table(self) -> dict[str, Any]:
        """The file's content as TOML. Raises CampaignBroken."""
        try:
            return tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            told, _, where = str(error).partition(" (at ")
            numbered = re.match(r"line (\d+)", where)
            line = int(numbered[1]) if numbered else len(self.lines)
            raise CampaignBroken(self.name, line, expected="TOML", found=f"“{told}”") from error

    def line_of(self, place: Place, key: str) -> int:
        """The line a key stands on; or one of its siblings'; or its table's; or the first."""
        start, end = self._stretch(place)
        key_itself = rf'\s*"?{re.escape(place.prefix + key)}"?\s*[.=]'
        # The language that is there stands where the missing one belongs.
        sibling = rf"\s*{re.escape(place.prefix)}" if place.prefix else key_itself
        numbers = range(start, end + 1)
        found = [number for number in numbers if re.match(key_itself, self.lines[number - 1])]
        found += [number for number in numbers if re.match(sibling, self.lines[number - 1])]
        found += [number for number, header in self._headers() if header == key and not place.header]
        return found[0] if found else start

    def line_with(self, words: str) -> int:
        return next(number for number, line in enumerate(self.lines, 1) if words in line)

    def _headers(self) -> list[tuple[int, str]]:
        return [
            (number, found[1]) for number, line in enumerate(self.lines, 1) if (found := HEADER.match(line))
        ]

    def _stretch(self, place: Place) -> tuple[int, int]:
        """First and last line of a table; the keys above the first header belong to the whole file."""
        starts = [(1, ""), *self._headers()]
        ends = [number - 1 for number, _ in starts[1:]] + [len(self.lines)]
        stretches = [
            (start, end) for (start, header), end in zip(starts, ends, strict=True) if header == place.header
        ]
        # A table written on one line, as in key = {…}, has no header to be found by.
        return stretches[place.nth] if place.nth < len(stretches) else (1, len(self.lines))


def nearest(word: str, known: Iterable[str]) -> str:
    """What the person probably meant, as the end of a sentence; empty when nothing is near."""
    close = get_close_matches(word, known, n=1)
    return f" (did you mean “{close[0]}”?)" if close else ""
