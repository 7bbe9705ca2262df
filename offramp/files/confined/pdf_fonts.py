"""The programs of a PDF's fonts: what draws letters stays; who made them, when and with what goes."""

import itertools
import re
import struct
from collections.abc import Iterator

_OUTLINES = (b"\0\1\0\0", b"true", b"OTTO")
# The tables of a font that a page draws with; name, meta, DSIG and what editors keep for themselves are none.
_TABLES = frozenset(
    b"CFF |OS/2|VORG|cmap|cvt |fpgm|gasp|glyf|head|hhea|hmtx|loca|maxp|post|prep|vhea|vmtx".split(b"|")
)
_WHOLE = 0xB1B0AFBA
# The part of a Type 1 font that is written in the clear: its first line, strings, comments, and its end.
_FIRST_LINE = re.compile(rb"%!(?:PS-AdobeFont|FontType1)-1\.[0-9]")
_STRING = rb"\((?:\\.|[^\\()]|\((?:\\.|[^\\()])*+\))*+\)"
_CLEAR = re.compile(rb"(?P<string>%s)|(?P<comment>%%[^\r\n]*)|(?P<end>\beexec\b)" % _STRING, re.DOTALL)
_LAST_WORD = b"cleartomark"
# Version, Notice, FullName, FamilyName, Weight; and behind a 12: Copyright, PostScript, BaseFontName.
_WORDS_OF_CFF = {0, 1, 2, 3, 4, (12, 0), (12, 21), (12, 22)}
_STANDARD_STRINGS = 391
_OPERAND = {28: 3, 29: 5}


def bare(program: bytes) -> bytes:
    """Return a font without words; nothing of what is no font."""
    if program[:4] in _OUTLINES:
        return _bare_outlines(program)
    if program[:1] == b"\1":
        return _bare_compact(program)
    return _bare_type1(program)


def _bare_outlines(program: bytes) -> bytes:
    """Return an OpenType or TrueType font of nothing but the tables that draw."""
    tables = {}
    for at in range(12, 12 + 16 * int.from_bytes(program[4:6], "big"), 16):
        name, _, offset, length = struct.unpack(">4sIII", program[at : at + 16].ljust(16, b"\0"))
        if name in _TABLES and offset < len(program):
            tables[name] = program[offset : offset + length]
    if b"CFF " in tables:
        tables[b"CFF "] = _bare_compact(tables[b"CFF "])
    if len(head := tables.get(b"head", b"")) >= 36:
        # Without its sum, and without the days it was made and changed on.
        tables[b"head"] = head[:8] + bytes(4) + head[12:20] + bytes(16) + head[36:]
    written = _laid_out(program[:4], tables)
    if len(head) < 36:
        return written
    at = written.index(tables[b"head"], 12 + 16 * len(tables)) + 8
    return written[:at] + struct.pack(">I", (_WHOLE - _sum(written)) % 2**32) + written[at + 4 :]


def _laid_out(kind: bytes, tables: dict[bytes, bytes]) -> bytes:
    highest = max(0, len(tables).bit_length() - 1)
    widest = 16 << highest
    directory = kind + struct.pack(">HHHH", len(tables), widest, highest, max(0, 16 * len(tables) - widest))
    content, start = b"", 12 + 16 * len(tables)
    for name, table in sorted(tables.items()):
        directory += struct.pack(">4sIII", name, _sum(table), start + len(content), len(table))
        content += table + bytes(-len(table) % 4)
    return directory + content


def _sum(table: bytes) -> int:
    padded = table + bytes(-len(table) % 4)
    return int(sum(struct.unpack(f">{len(padded) // 4}I", padded))) % 2**32


def _bare_type1(program: bytes) -> bytes:
    """Return a Type 1 font whose clear part has blanks for words, so that all parts stay where they are."""
    written: list[bytes] = []
    at = 0
    for found in _CLEAR.finditer(program):
        if found["end"]:
            # What is behind the last word of a font is no part of it.
            end = program.rfind(_LAST_WORD) + len(_LAST_WORD)
            return b"".join(written) + program[at : end if end > found.end() else len(program)]
        first = _FIRST_LINE.match(found[0])
        before, after = (b"(", b")") if found["string"] else (first[0] if first else b"", b"")
        blank = b" " * (len(found[0]) - len(before) - len(after))
        written += [program[at : found.start()], before, blank, after]
        at = found.end()
    return b""


def _bare_compact(program: bytes) -> bytes:
    """Return a CFF font whose words about itself are blanks: Adobe Technical Note 5176."""
    try:
        _, after = _index(program, program[2])
        tops, after = _index(program, after)
        strings, _ = _index(program, after)
    except IndexError:
        return b""
    blank = bytearray(program)
    for start, end in tops:
        for number in _words(program[start:end]):
            if 0 <= number - _STANDARD_STRINGS < len(strings):
                first, last = strings[number - _STANDARD_STRINGS]
                blank[first:last] = b" " * len(blank[first:last])
    return bytes(blank)


def _index(program: bytes, at: int) -> tuple[list[tuple[int, int]], int]:
    """Return where each member of an index starts and ends, and what comes after it. Raises IndexError."""
    count = int.from_bytes(program[at : at + 2], "big")
    if not count:
        return [], at + 2
    width = program[at + 2]
    base = at + 3 + (count + 1) * width - 1
    if base >= len(program):
        raise IndexError
    steps = range(at + 3, base + 1, width) if width else ()
    places = [base + int.from_bytes(program[step : step + width], "big") for step in steps]
    return list(itertools.pairwise(places)), places[-1] if places else base


def _words(top: bytes) -> Iterator[int]:
    """Yield the numbers of the strings that tell about a font."""
    at, number = 0, -1
    while at < len(top):
        first = top[at]
        if first <= 21:
            operator = (12, top[at + 1]) if first == 12 and at + 1 < len(top) else first
            if operator in _WORDS_OF_CFF:
                yield number
            at += 2 if first == 12 else 1
        elif first == 30:
            at += 1
            while at < len(top) and 0xF not in divmod(top[at], 16):
                at += 1
            at += 1
        else:
            length = _OPERAND.get(first, 2 if first >= 247 else 1)
            number, at = _number(top[at : at + length]), at + length


def _number(written: bytes) -> int:
    first = written[0]
    if first in _OPERAND:
        return int.from_bytes(written[1:], "big", signed=True)
    if first < 247:
        return first - 139
    rest = written[1] if len(written) > 1 else 0
    return (first - 247) * 256 + rest + 108 if first < 251 else -(first - 251) * 256 - rest - 108
