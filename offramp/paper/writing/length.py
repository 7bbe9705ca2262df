"""About how long a sheet is: a short one is set larger, with more room between its lines."""

from math import ceil

from offramp.paper.sheet import Block, Entry, LetterSheet, Role, Sheet

_LETTERS_IN_A_LINE = 95
_AROUND_A_HEADING = 2.4  # lines, with the heading itself
_BETWEEN_ENTRIES = 0.6
_SHORTEST_LINE = 60
_SHORT = 50  # set larger, a page of every design holds 54


def is_short(sheet: Sheet) -> bool:
    """Whether it fits one page even when it is set larger."""
    return lines(sheet) <= _SHORT


def letters(sheet: Sheet | LetterSheet) -> int:
    """How much there is to set; a short line costs some room of its own."""
    return sum(max(len(line), _SHORTEST_LINE) for line in sheet.lines())


def lines(sheet: Sheet) -> float:
    """Of a page with text from top to bottom."""
    top = 2.5 * bool(sheet.name) + bool(sheet.label)
    run_on = _wrapped(" | ".join(sheet.contact)) + _wrapped(" | ".join(sheet.facts))
    return top + run_on + sum(map(_of_block, sheet.blocks))


def _of_block(block: Block) -> float:
    between = 0 if block.is_compact else _BETWEEN_ENTRIES * (len(block.entries) - 1)
    return _AROUND_A_HEADING + between + sum(map(_of_entry, block.entries))


def _of_entry(entry: Entry) -> float:
    told = sum(map(_wrapped, (*entry.text, *entry.bullets)))
    head = sum(line.role is not Role.PLACE for line in entry.head)  # a place runs on in its line
    return told + 0.1 * len(entry.bullets) + head


def _wrapped(text: str) -> int:
    return ceil(len(text) / _LETTERS_IN_A_LINE)
