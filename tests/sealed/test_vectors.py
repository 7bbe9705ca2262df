"""One loop over the stored vectors: they are the truth, and the code is what is tested."""

import base64
import hashlib
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from offramp.sealed import VERSION, codes, envelopes, failures, keys, objects, streams
from offramp.sealed.bindings import Binding
from offramp.sealed.derive import derive

Vector = dict[str, Any]

FILES = sorted((Path(__file__).parent / "vectors").glob("*.json"))
LONG = base64.b64decode(json.loads((FILES[0].parent / "streams.json").read_text("utf-8"))["long"])
VECTORS = [(file.stem, vector) for file in FILES for vector in json.loads(file.read_text("utf-8"))["vectors"]]
h = bytes.fromhex


def binding(vector: Vector) -> Binding:
    parts = tuple(h(part) if tag == "b" else part for tag, part in vector["binding"]["parts"])
    return Binding(vector["binding"]["kind"], parts)


def an_object(vector: Vector) -> Vector:
    return {"plain": objects.open(h(vector["sealed"]), key=h(vector["key"]), binding=binding(vector)).hex()}


def an_envelope(vector: Vector) -> Vector:
    pair = keys.KeyPair.from_seed(h(vector["seed"]))
    return {"plain": envelopes.open(h(vector["sealed"]), keys=pair, binding=binding(vector)).hex()}


def a_stream(vector: Vector) -> Vector:
    file = io.BytesIO(stored(vector))
    pair = keys.KeyPair.from_seed(h(vector["seed"]))
    key = streams.open_key(file, keys=pair, binding=binding(vector))
    file.seek(0)
    text = b"".join(streams.read(file, key=key, binding=binding(vector)))
    return {"length": len(text), "sha256": hashlib.sha256(text).hexdigest()}


def stored(vector: Vector) -> bytes:
    if "sealed" in vector:
        return h(vector["sealed"])
    pieces = vector["pieces_of_long"]
    return b"".join(h(piece) if isinstance(piece, str) else LONG[slice(*piece)] for piece in pieces)


def a_whole_code(code: codes.Code) -> Vector:
    return {
        "phrase": str(code),
        "locator": code.locator().hex(),
        "locator_digest": code.locator_digest().hex(),
        "seed": code.seed().hex(),
    }


def a_key_pair(vector: Vector) -> Vector:
    public = keys.public_key(h(vector["seed"]))
    return {"public": public.hex(), "fingerprint": keys.fingerprint(public)}


OPEN: dict[str, Callable[[Vector], Vector]] = {
    "object": an_object,
    "envelope": an_envelope,
    "stream": a_stream,
    "code": lambda vector: a_whole_code(codes.Code.read(vector["typed"])),
    "draft": lambda vector: a_whole_code(codes.Code.from_draft(h(vector["draft"]))),
    "seed": a_key_pair,
    "secret": lambda vector: {"derived": derive(h(vector["secret"]), vector["label"]).hex()},
    "binding": lambda vector: {"encoded": binding(vector).encode().hex()},
}


@pytest.mark.parametrize(
    "vector", [pytest.param(vector, id=f"{file}: {vector['name']}") for file, vector in VECTORS]
)
def test_each_vector_has_its_outcome(vector: Vector) -> None:
    try:
        outcome = OPEN[vector["open"]](vector)
    except (failures.NotOpened, codes.NotACode) as refusal:
        outcome = {"refused": type(refusal).__name__}

    assert outcome == vector["outcome"]


def test_every_failure_has_a_vector_for_every_form_that_can_raise_it() -> None:
    refused = {(v["open"], v["outcome"]["refused"]) for _, v in VECTORS if "refused" in v["outcome"]}

    forms = {"object", "envelope", "stream"}
    opening = {(form, kind.__name__) for form in forms for kind in failures.NotOpened.__subclasses__()}
    reading = {("code", kind.__name__) for kind in codes.NotACode.__subclasses__()}
    assert refused == opening | reading


def test_the_vectors_are_those_of_this_version() -> None:
    assert {json.loads(file.read_text("utf-8"))["version"] for file in FILES} == {VERSION}
