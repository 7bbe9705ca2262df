"""Sheets for the tests: the samples, and made ones whose every word is chosen."""

import json
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from offramp.paper import writing
from offramp.paper.sheet import Block, Entry, LetterSheet, Line, Role, Sheet

SAMPLES = Path(__file__).parent / "samples"
NAMES = ("one-page", "federal", "three-page", "spanish", "letter")


def sample(name: str) -> Sheet | LetterSheet:
    return writing.sheet_of(json.loads((SAMPLES / f"{name}.json").read_text()))


def resume(*blocks: Block, name: str = "Ada Example", language: str = "en") -> Sheet:
    return Sheet(language, name, "Label", ("Phoenix, AZ", "ada@example.org"), (), blocks)


def saying(text: str) -> Sheet:
    """One paragraph that says this."""
    return resume(Block("Summary", (Entry(text=(text,)),)))


def everywhere(text: str, sheet: Any) -> Any:
    """The same sheet with this instead of each of its texts."""
    if isinstance(sheet, Role):
        return sheet
    if isinstance(sheet, str):
        return text
    if isinstance(sheet, tuple):
        return tuple(everywhere(text, one) for one in sheet)
    if not is_dataclass(sheet) or isinstance(sheet, type):
        return sheet
    kept = {"language"}
    changed = {
        one.name: everywhere(text, getattr(sheet, one.name)) for one in fields(sheet) if one.name not in kept
    }
    return replace(sheet, **changed)


def position(number: int, *, bullets: tuple[str, ...] = (), text: tuple[str, ...] = ()) -> Entry:
    head = (
        Line(f"HEAD Employer {number}", Role.PLACE_OF_WORK),
        Line("Phoenix, AZ", Role.PLACE),
        Line(f"HEAD Title {number}", Role.TITLE),
        Line(f"HEAD March {2000 + number}", Role.DATES),
    )
    return Entry(head, text, bullets)
