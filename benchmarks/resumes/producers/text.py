"""Plain text, as it comes out of a form or a message."""

import textwrap

from benchmarks.resumes.script import Entry, Row, Script
from benchmarks.resumes.style import Style

WIDTH = 78


def write(script: Script, style: Style) -> bytes:
    """Return the file."""
    wraps = style.chance.random() < 0.5
    joint = style.chance.choice(["\t", "    ", " | ", "right"])
    lines = [script.name, script.label, style.contact.join(script.contact)]
    lines += script.facts
    underlined = style.chance.random() < 0.3
    for part in script.parts:
        lines += ["", *_heading(part.heading, underlined=underlined)]
        for number, entry in enumerate(part.entries):
            lines += [""] if number else []
            lines += _entry(entry, style, joint)
        lines += part.lines + [f"{style.glyph} {text}" for text in part.bullets]
    if wraps:
        lines = [short for line in lines for short in _wrapped(line)]
    return ("\n".join(lines) + "\n").encode()


def _heading(text: str, *, underlined: bool) -> list[str]:
    if not text:
        return []
    return [text, "-" * len(text)] if underlined else [text]


def _entry(entry: Entry, style: Style, joint: str) -> list[str]:
    rows = [_row(row, joint) for row in (*entry.above, *entry.rows)]
    return rows + entry.lines + [f"{style.glyph} {text}" for text in entry.bullets]


def _row(row: Row, joint: str) -> str:
    left, right = row
    if not right:
        return left
    if joint == "right":
        return left + " " * max(3, WIDTH - len(left) - len(right)) + right
    return left + joint + right


def _wrapped(line: str) -> list[str]:
    if len(line) <= WIDTH + 3:
        return [line]
    return textwrap.wrap(line, WIDTH, subsequent_indent="  " if line[1:2] == " " else "")
