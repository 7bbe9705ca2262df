"""How vectors/streams.json was made: python -m tests.sealed.make_stream_vectors FOLDER

Long streams would fill the file: each vector of theirs names the pieces of one that is stored once.
"""

import base64
import hashlib
import json
import sys
from pathlib import Path

from tests.sealed.make_vectors import ADA, CY, HERE, KEY, TEXT, THERE, Vector, bound, flipped
from tests.sealed.second_writing import (
    chunk,
    envelope,
    fixed,
    head,
    public_key,
    seal,
    stream,
    stream_bound,
)

KIND = "backup"
HEAD = len(head("S", KIND))
CHUNKS = HEAD + len(head("E", KIND)) + 1168  # where they begin
FULL = 65_536 + 16
Pieces = list[list[int] | str]


def main(folder: Path) -> None:
    long = made(hashlib.shake_256(b"offramp vectors: a long text").digest(2 * 65_536))
    content = {
        "version": 1,
        "made_by": "tests/sealed/make_stream_vectors.py",
        "long": base64.b64encode(long).decode(),
        "vectors": [*opened(), *cut(), *damaged(), *misplaced(), *of_two_chunks(long)],
    }
    with (folder / "streams.json").open("x", encoding="utf-8") as new:
        new.write(json.dumps(content, ensure_ascii=False, indent=1) + "\n")


def made(text: bytes) -> bytes:
    return stream(text, key=KEY, to=public_key(ADA), kind=KIND, parts=HERE)


def opened() -> list[Vector]:
    texts = {"a short text": TEXT, "an empty text": b"", "one byte": b"x"}
    return [a_stream(name, made(text), whole(text)) for name, text in texts.items()]


def cut() -> list[Vector]:
    good = made(TEXT)
    cuts = {
        "nothing at all": 0,
        "the version alone": 1,
        "cut within the head": HEAD - 1,
        "the head alone": HEAD,
        "cut within the envelope": CHUNKS // 2,
        "the head and the envelope alone": CHUNKS,
        "cut within the tag of the only chunk": CHUNKS + 15,
    }
    return [
        *(a_stream(name, good[:length], {"refused": "Truncated"}) for name, length in cuts.items()),
        a_stream("cut by one byte", good[:-1], {"refused": "Altered"}),
    ]


def damaged() -> list[Vector]:
    good = made(TEXT)
    unmarked = good[:CHUNKS] + chunk(
        TEXT, key=KEY, number=0, last=False, bound=stream_bound(KIND, HERE, good[HEAD:CHUNKS])
    )
    cases = [
        ("one byte too many", good + b"\0", "Altered"),
        ("version 0", b"\x00" + good[1:], "UnknownVersion"),
        ("version 2", b"\x02" + good[1:], "UnknownVersion"),
        ("version 2 of the envelope", flipped(good, HEAD, 0x03), "UnknownVersion"),
        ("another form", flipped(good, 1), "WrongKind"),
        ("another form of the envelope", flipped(good, HEAD + 1), "WrongKind"),
        ("another length of the kind", flipped(good, 2), "WrongKind"),
        ("another letter in the kind", flipped(good, 3), "WrongKind"),
        ("a flipped bit in the envelope", flipped(good, CHUNKS - 100), "Altered"),
        ("a flipped bit where the chunks begin", flipped(good, CHUNKS), "Altered"),
        ("the last bit flipped", flipped(good, -1), "Altered"),
        ("an only chunk that is not marked as the last", unmarked, "Altered"),
    ]
    return [a_stream(name, changed, {"refused": failure}) for name, changed, failure in cases]


def misplaced() -> list[Vector]:
    good, other = made(TEXT), made(TEXT)
    sealed = seal((TEXT + b"\x80").ljust(256, b"\0"), key=KEY, kind=KIND, parts=HERE)
    an_envelope = envelope(KEY, to=public_key(ADA), kind=KIND, parts=HERE)
    other_key = stream(TEXT, key=fixed("key of another"), to=public_key(ADA), kind=KIND, parts=HERE)
    altered, wrong_kind = {"refused": "Altered"}, {"refused": "WrongKind"}
    return [
        a_stream("another stream's envelope of the same key", other[:CHUNKS] + good[CHUNKS:], altered),
        a_stream("another stream's chunk", good[:CHUNKS] + other_key[CHUNKS:], altered),
        a_stream("an object", sealed, wrong_kind),
        a_stream("an envelope", an_envelope, wrong_kind),
        a_stream("another recipient", good, altered) | {"seed": CY.hex()},
        a_stream("another place", good, altered) | bound(KIND, THERE),
        a_stream("another kind", good, wrong_kind) | bound("copy", HERE),
    ]


def of_two_chunks(long: bytes) -> list[Vector]:
    first, second, end = [CHUNKS, CHUNKS + FULL], [CHUNKS + FULL, len(long)], len(long)
    before = [0, CHUNKS]
    empty = chunk(b"", key=KEY, number=1, last=True, bound=stream_bound(KIND, HERE, long[HEAD:CHUNKS])).hex()
    refused: list[tuple[str, Pieces, str]] = [
        ("the last chunk missing", [before, first], "Truncated"),
        ("cut within the tag of the second chunk", [[0, CHUNKS + FULL + 16]], "Truncated"),
        ("a last chunk with nothing in it", [before, first, empty], "Truncated"),
        ("cut within the second chunk", [[0, CHUNKS + FULL + 1000]], "Altered"),
        ("the first chunk missing", [before, second], "Altered"),
        ("the chunks swapped", [before, second, first], "Altered"),
        ("the first chunk twice", [before, first, first, second], "Altered"),
        ("the last chunk twice", [before, first, second, second], "Altered"),
        ("one byte after a full last chunk", [[0, end], "00"], "Altered"),
    ]
    text = hashlib.shake_256(b"offramp vectors: a long text").digest(2 * 65_536)
    return [
        a_long_stream("two full chunks", [[0, end]], whole(text)),
        *(a_long_stream(name, pieces, {"refused": failure}) for name, pieces, failure in refused),
    ]


def a_stream(name: str, content: bytes, outcome: Vector) -> Vector:
    return described(name) | {"sealed": content.hex(), "outcome": outcome}


def a_long_stream(name: str, pieces: Pieces, outcome: Vector) -> Vector:
    return described(name) | {"pieces_of_long": pieces, "outcome": outcome}


def described(name: str) -> Vector:
    return {"name": name, "open": "stream", "seed": ADA.hex(), **bound(KIND, HERE)}


def whole(text: bytes) -> Vector:
    return {"length": len(text), "sha256": hashlib.sha256(text).hexdigest()}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
