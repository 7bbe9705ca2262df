"""Compiled translations, read and written whole: the manual of GNU gettext, “The Format of GNU MO Files”."""

import struct
from pathlib import Path

MAGIC = 0x950412DE
Catalog = dict[bytes, bytes]  # contexts and plurals are inside, behind \x04 and \x00


def read(path: Path) -> Catalog:
    content = path.read_bytes()
    magic, _, count, originals, translations = struct.unpack("<5I", content[:20])
    assert magic == MAGIC

    def strings(at: int) -> list[bytes]:
        places = struct.iter_unpack("<2I", content[at : at + 8 * count])
        return [content[start : start + length] for length, start in places]

    return dict(zip(strings(originals), strings(translations), strict=True))


def write(path: Path, catalog: Catalog) -> None:
    originals = sorted(catalog)
    strings = [*originals, *(catalog[original] for original in originals)]
    at, places = 28 + 8 * len(strings), []
    for string in strings:
        places.append(struct.pack("<2I", len(string), at))
        at += len(string) + 1
    tables = 28, 28 + 8 * len(originals)
    head = struct.pack("<7I", MAGIC, 0, len(originals), *tables, 0, 28)
    path.parent.mkdir(parents=True)
    path.write_bytes(head + b"".join(places) + b"".join(string + b"\0" for string in strings))
