"""Packages of parts, changed by hand."""

import io
import zipfile
from collections.abc import Callable

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def rewritten(package: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """Return a package after its parts were changed."""
    with zipfile.ZipFile(io.BytesIO(package)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    change(parts)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name, part in parts.items():
            new.writestr(name, part)
    return file.getvalue()


def put_before(parts: dict[str, bytes], name: str, where: bytes, words: str) -> None:
    """Put markup into a part, before a mark that is there once at least."""
    assert where in parts[name]
    parts[name] = parts[name].replace(where, words.encode() + where, 1)


def relate(
    parts: dict[str, bytes], name: str, kind: str, target: str, *, as_id: str, outside: bool = False
) -> None:
    mode = ' TargetMode="External"' if outside else ""
    related = f'<Relationship Id="{as_id}" Type="{RELATIONS}/{kind}" Target="{target}"{mode}/>'
    parts.setdefault(
        name,
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>',
    )
    put_before(parts, name, b"</Relationships>", related)
