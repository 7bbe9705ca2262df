"""About how long a sheet is: a short one is set larger, one that hardly runs over a page smaller."""

from math import ceil

from offramp.paper.sheet import Block, Entry, LetterSheet, Role, Sheet

_LETTERS_IN_A_LINE = 95
_AROUND_A_HEADING = 2.4  # lines, with the heading itself
_BETWEEN_ENTRIES = 0.6
_AROUND_A_LETTER = 22
_BETWEEN_PARAGRAPHS = 0.8
_SHORTEST_LINE = 60
_SHORT = 54  # set larger, a page holds about 55
_PAGE = 58.5
_SURELY_SHORT = 0.8  # of a page
_LITTLE = 0.14  # of a page; set smaller, a page holds about a tenth more
_SIZES = ("large", "usual", "small")


def sizes(sheet: Sheet | LetterSheet) -> tuple[str, ...]:
    """In which it may be set, the one that suits it first; a letter is set large."""
    is_short = isinstance(sheet, LetterSheet) or lines(sheet) <= _SHORT
    return _SIZES if is_short else _SIZES[1:]


def is_little_over(sheet: Sheet | LetterSheet, pages: int) -> bool:
    """Whether what stands on the last of its pages may find room on the one before."""
    return pages > 1 and lines(sheet) < _PAGE * (pages - 1 + _LITTLE)


def guessed_size(sheet: Sheet | LetterSheet) -> str:
    """For a file whose pages nobody counts before it is opened."""
    large, usual, small = _SIZES
    pages = lines(sheet) / _PAGE
    if pages > 1 and pages % 1 < _LITTLE:
        return small
    return large if pages < _SURELY_SHORT else usual


def letters(sheet: Sheet | LetterSheet) -> int:
    """How much there is to set; a short line costs some room of its own."""
    return sum(max(len(line), _SHORTEST_LINE) for line in sheet.lines())


def lines(sheet: Sheet | LetterSheet) -> float:
    """Of a page with text from top to bottom."""
    if isinstance(sheet, LetterSheet):
        return _AROUND_A_LETTER + sum(_BETWEEN_PARAGRAPHS + _wrapped(one) for one in sheet.paragraphs)
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
