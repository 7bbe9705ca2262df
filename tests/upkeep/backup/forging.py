"""Backups as anybody could write them who has the public key: whole, well sealed, and wrong."""

import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import cbor2

from offramp.sealed import streams
from offramp.sealed.keys import KeyPair
from offramp.upkeep.backup.contents import BINDING


def items_of(copy: Path, keys: KeyPair) -> list[Any]:
    with copy.open("rb") as file:
        stream_key = streams.open_key(file, keys=keys, binding=BINDING)
        file.seek(0)
        text = io.BytesIO(b"".join(streams.read(file, key=stream_key, binding=BINDING)))
    items, decoder = [], cbor2.CBORDecoder(text)
    while text.tell() < len(text.getvalue()):
        items.append(decoder.decode())
    return items


def write_again(copy: Path, keys: KeyPair, items: Iterable[Any]) -> None:
    with copy.open("wb") as file:
        writer = streams.Writer(file, to=keys.public, binding=BINDING)
        for item in items:
            writer.write(cbor2.dumps(item))
        writer.finish()
