"""How the stored vectors were made: python -m tests.sealed.make_vectors FOLDER

Version 1 is stored and final: a file that exists is not written again. Everything is computed from fixed
names but the envelopes, because HPKE draws its own randomness.
"""

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from tests.sealed.second_writing import (
    Part,
    derive,
    encode,
    envelope,
    fingerprint,
    fixed,
    head,
    phrase,
    public_key,
    seal,
)

Vector = dict[str, Any]

HERE: tuple[Part, ...] = ("thread-7", 3, b"\xff\x00")
THERE: tuple[Part, ...] = ("thread-7", 4, b"\xff\x00")
TEXT = "Ada: can we talk on Thursday? ñ 🗝".encode()
KEY = fixed("key of an epoch")
ADA = fixed("seed of Ada")
CY = fixed("seed of Cy")


def main(folder: Path) -> None:
    files = {
        "objects": [*opened_objects(), *refused_objects()],
        "envelopes": envelopes(),
        "codes": [*read_codes(), *refused_codes()],
        "keys": [*keys(), *bindings()],
    }
    for name, vectors in files.items():
        content = {"version": 1, "made_by": "tests/sealed/make_vectors.py", "vectors": vectors}
        with (folder / f"{name}.json").open("x", encoding="utf-8") as new:
            new.write(json.dumps(content, ensure_ascii=False, indent=1) + "\n")


def opened_objects() -> list[Vector]:
    texts = {
        "a message": TEXT,
        "an empty text": b"",
        "a text that looks like padding": b"\x80\x00\x80",
        "the longest text of the first bucket": b"x" * 255,
        "the shortest text of the second bucket": b"x" * 256,
    }
    return [an_object(name, sealed(padded(text)), {"plain": text.hex()}) for name, text in texts.items()]


def refused_objects() -> list[Vector]:
    good = sealed(padded(TEXT))
    return [*broken_padding(), *damaged_objects(good), *misplaced_objects(good)]


def broken_padding() -> list[Vector]:
    broken = {
        "no mark": bytes(256),
        "something after the zeros": padded(TEXT)[:-1] + b"\x01",
        "a bucket larger than needed": padded(TEXT).ljust(1024, b"\0"),
    }
    refused = {"refused": "Altered"}
    return [an_object(f"broken padding: {name}", sealed(bad), refused) for name, bad in broken.items()]


def damaged_objects(good: bytes) -> list[Vector]:
    larger = sealed(padded(b"x" * 256))
    cases = [
        *damaged(good, body=len(head("O", "message"))),
        ("cut from one bucket's length to another's", larger[: len(good)], "Altered"),
        ("an envelope", envelope(KEY, to=public_key(ADA), kind="message", parts=HERE), "WrongKind"),
    ]
    return [an_object(name, changed, {"refused": failure}) for name, changed, failure in cases]


def misplaced_objects(good: bytes) -> list[Vector]:
    other_key = {"key": fixed("key of another epoch").hex()}
    altered, wrong_kind = {"refused": "Altered"}, {"refused": "WrongKind"}
    return [
        an_object("another key", good, altered) | other_key,
        an_object("a swapped row", good, altered) | bound("message", THERE),
        an_object("a part less", good, altered) | bound("message", HERE[:2]),
        an_object("a number bound as text", good, altered) | bound("message", ("thread-7", "3", b"\xff\x00")),
        an_object("another kind", good, wrong_kind) | bound("card", HERE),
        an_object("a kind that begins alike", good, wrong_kind) | bound("message-note", HERE),
    ]


def envelopes() -> list[Vector]:
    good = envelope(KEY, to=public_key(ADA), kind="epoch-key", parts=HERE)
    body = len(head("E", "epoch-key"))
    cases = [
        *damaged(good, body),
        ("an X25519 share of zeros", good[: body + 1088] + bytes(32) + good[body + 1120 :], "Altered"),
        ("an object", seal(padded(TEXT), key=KEY, kind="epoch-key", parts=HERE), "WrongKind"),
    ]
    altered, wrong_kind = {"refused": "Altered"}, {"refused": "WrongKind"}
    return [
        an_envelope("a key for Ada", good, {"plain": KEY.hex()}),
        *(an_envelope(name, changed, {"refused": failure}) for name, changed, failure in cases),
        an_envelope("another recipient", good, altered) | {"seed": CY.hex()},
        an_envelope("a swapped row", good, altered) | bound("epoch-key", THERE),
        an_envelope("another kind", good, wrong_kind) | bound("card-key", HERE),
    ]


def damaged(good: bytes, body: int) -> list[tuple[str, bytes, str]]:
    """What is refused of every sealed thing, whatever its form."""
    return [
        ("nothing at all", b"", "Truncated"),
        ("the version alone", good[:1], "Truncated"),
        ("cut within the head", good[: body - 1], "Truncated"),
        ("the head alone", good[:body], "Truncated"),
        ("cut by one byte", good[:-1], "Truncated"),
        ("cut in the middle", good[: len(good) // 2], "Truncated"),
        ("one byte too many", good + b"\0", "Truncated"),
        ("version 0", b"\x00" + good[1:], "UnknownVersion"),
        ("version 2", b"\x02" + good[1:], "UnknownVersion"),
        ("another form", flipped(good, 1), "WrongKind"),
        ("another length of the kind", flipped(good, 2), "WrongKind"),
        ("another letter in the kind", flipped(good, 3), "WrongKind"),
        ("a flipped bit where the body begins", flipped(good, body), "Altered"),
        ("a flipped bit in the middle", flipped(good, body + (len(good) - body) // 2), "Altered"),
        ("the tag's first bit flipped", flipped(good, -16, 0x80), "Altered"),
        ("the last bit flipped", flipped(good, -1), "Altered"),
    ]


def read_codes() -> list[Vector]:
    draft = fixed("draft of Ada")
    code = phrase(draft)
    words = code.split()
    typed = {
        "as printed": code,
        "in capitals": code.upper(),
        "with line breaks and spaces around": "\n  " + "\r\n".join(words) + " \t",
        "with hyphens, commas and dots": f"{'-'.join(words[:4])}, {'. '.join(words[4:])}.",
        "numbered": " ".join(f"{number}. {word}" for number, word in enumerate(words, 1)),
        "numbered without a space": " ".join(f"{number}.{word}" for number, word in enumerate(words, 1)),
        "with dashes and spaces of other keyboards": "\u2013".join(words[:4])
        + "\u3000"
        + "\u00a0".join(words[4:]),
        "in full-width letters": "".join(chr(ord(c) + 0xFEE0) if c.isalpha() else c for c in code),
        "filled up to 400 characters": code.ljust(400),
    }
    whole = whole_code(code)
    return [
        {"name": "from a draft", "open": "draft", "draft": draft.hex(), "outcome": whole},
        *({"name": name, "open": "code", "typed": text, "outcome": whole} for name, text in typed.items()),
    ]


def refused_codes() -> list[Vector]:
    code = phrase(fixed("draft of Ada"))
    first, *rest = code.split()
    typed = [
        ("401 characters", code.ljust(401), "TooLong"),
        ("nothing", "", "WrongCount"),
        ("seven words", " ".join(rest), "WrongCount"),
        ("nine words", f"{code} {first}", "WrongCount"),
        ("two words run together", first + " ".join(rest), "WrongCount"),
        ("a mistyped word", f"{code}q", "UnknownWords"),
        ("a word cut after four letters", " ".join(["harv", *rest]), "UnknownWords"),
        ("an excluded word", " ".join(["police", *rest]), "UnknownWords"),
        ("a word with an accent", " ".join(["cobált", *rest]), "UnknownWords"),
    ]
    return [
        {"name": name, "open": "code", "typed": text, "outcome": {"refused": failure}}
        for name, text, failure in typed
    ]


def keys() -> list[Vector]:
    public, secret = public_key(ADA), fixed("a secret")
    return [
        {
            "name": "a key pair from a seed",
            "open": "seed",
            "seed": ADA.hex(),
            "outcome": {"public": public.hex(), "fingerprint": fingerprint(public)},
        },
        {
            "name": "a derived key",
            "open": "secret",
            "secret": secret.hex(),
            "label": "session/content",
            "outcome": {"derived": derive(secret, "session/content").hex()},
        },
    ]


def bindings() -> list[Vector]:
    places: dict[str, tuple[Part, ...]] = {
        "no parts": (),
        "a part of each type": HERE,
        "the ends": ("", 0, 2**64 - 1, b""),
    }
    return [
        {"name": f"a binding: {name}", "open": "binding"}
        | bound("message", parts)
        | {"outcome": {"encoded": encode("message", parts).hex()}}
        for name, parts in places.items()
    ]


def an_object(name: str, content: bytes, outcome: Vector) -> Vector:
    return {
        "name": name,
        "open": "object",
        "key": KEY.hex(),
        **bound("message", HERE),
        "sealed": content.hex(),
        "outcome": outcome,
    }


def an_envelope(name: str, content: bytes, outcome: Vector) -> Vector:
    return {
        "name": name,
        "open": "envelope",
        "seed": ADA.hex(),
        **bound("epoch-key", HERE),
        "sealed": content.hex(),
        "outcome": outcome,
    }


def whole_code(code: str) -> Vector:
    locator = derive(code.encode(), "code/locator")
    return {
        "phrase": code,
        "locator": locator.hex(),
        "locator_digest": hashlib.sha256(locator).hexdigest(),
        "seed": derive(code.encode(), "code/seed").hex(),
    }


def bound(kind: str, parts: tuple[Part, ...]) -> Vector:
    tags = {str: "s", int: "i", bytes: "b"}
    shown = [[tags[type(part)], part.hex() if isinstance(part, bytes) else part] for part in parts]
    return {"binding": {"kind": kind, "parts": shown}}


def padded(text: bytes) -> bytes:
    return (text + b"\x80").ljust(256 if len(text) < 256 else 1024, b"\0")


def sealed(padded_text: bytes) -> bytes:
    return seal(padded_text, key=KEY, kind="message", parts=HERE)


def flipped(sealed_bytes: bytes, at: int, bit: int = 0x01) -> bytes:
    changed = bytearray(sealed_bytes)
    changed[at] ^= bit
    return bytes(changed)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
