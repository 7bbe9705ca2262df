"""A résumé or letter as plain text, made to be pasted into a form.

A paragraph is one line, however long: a form breaks lines by itself, and a break of ours would stay in
the middle of a sentence when it is pasted, or be read as its end. Bullets are hyphens: every form takes
those.
"""

from collections.abc import Iterator

from offramp.paper.sheet import Block, LetterSheet, Sheet


def write(sheet: Sheet | LetterSheet) -> bytes:
    """In UTF-8, blocks with an empty line between them."""
    parts = _of_letter(sheet) if isinstance(sheet, LetterSheet) else _of_resume(sheet)
    return ("\n\n".join(filter(None, parts)) + "\n").encode()


def _of_resume(sheet: Sheet) -> Iterator[str]:
    yield _together(sheet.name, sheet.label, *sheet.contact, *sheet.facts)
    for block in sheet.blocks:
        yield from _of_block(block)


def _of_block(block: Block) -> Iterator[str]:
    heading = block.heading.upper()
    if block.is_compact:
        yield _together(heading, *(text for entry in block.entries for text in entry.text))
        return
    for number, entry in enumerate(block.entries):
        head = (line.text for line in entry.head)
        bullets = (f"- {bullet}" for bullet in entry.bullets)
        yield _together("" if number else heading, *head, *entry.text, *bullets)


def _of_letter(letter: LetterSheet) -> Iterator[str]:
    yield _together(letter.name, *letter.contact)
    yield letter.day
    yield _together(*letter.to)
    yield from (letter.greeting, *letter.paragraphs)
    yield _together(letter.closing, letter.name)


def _together(*lines: str) -> str:
    return "\n".join(filter(None, lines))
