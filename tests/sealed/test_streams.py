"""A stream comes back whole, from either writing of the format, or says that it does not."""

import hashlib
import io
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from offramp.sealed import keys, streams
from offramp.sealed.bindings import Binding
from offramp.sealed.failures import Altered, NotOpened
from offramp.sealed.streams import CHUNK
from tests.sealed import second_writing

SEED = keys.new_seed()
ADA = keys.KeyPair.from_seed(SEED)
PARTS = ("of Tuesday", 7)
HERE = Binding("backup", PARTS)


def text_of(length: int) -> bytes:
    return hashlib.shake_256(b"a text").digest(length)


def written(text: bytes, *, pieces: int = 1_000_000) -> tuple[bytes, bytes]:
    """The stream and its key; handed over in pieces, as whoever reads a database does."""
    file = io.BytesIO()
    writer = streams.Writer(file, to=ADA.public, binding=HERE)
    for at in range(0, len(text), pieces):
        writer.write(text[at : at + pieces])
    writer.finish()
    return file.getvalue(), writer.key


def read(sealed: bytes, *, key: bytes, binding: Binding = HERE) -> tuple[bytes, str]:
    """What was yielded, and how it ended."""
    text = b""
    try:
        for chunk in streams.read(io.BytesIO(sealed), key=key, binding=binding):
            text += chunk
    except NotOpened as refusal:
        return text, type(refusal).__name__
    return text, "whole"


TEXT = text_of(3 * CHUNK + 100)
SEALED, KEY = written(TEXT)
BEGIN = len(SEALED) - len(TEXT) - 4 * 16
CHUNKS = [SEALED[at : at + CHUNK + 16] for at in range(BEGIN, len(SEALED), CHUNK + 16)]


@pytest.mark.parametrize("length", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 100])
@pytest.mark.parametrize("pieces", [997, CHUNK, 1_000_000])
def test_a_text_comes_back_whole_however_it_was_handed_over(length: int, pieces: int) -> None:
    sealed, key = written(text_of(length), pieces=pieces)

    assert read(sealed, key=key) == (text_of(length), "whole")
    assert streams.open_key(io.BytesIO(sealed), keys=ADA, binding=HERE) == key


@pytest.mark.parametrize("length", [0, 1, CHUNK, CHUNK + 1])
def test_the_second_writing_reads_the_first_and_the_first_reads_the_second(length: int) -> None:
    text = text_of(length)
    ours, _ = written(text)
    theirs = second_writing.stream(text, key=KEY, to=ADA.public, kind="backup", parts=PARTS)

    assert second_writing.read_stream(ours, seed=SEED, kind="backup", parts=PARTS) == text
    assert streams.open_key(io.BytesIO(theirs), keys=ADA, binding=HERE) == KEY
    assert read(theirs, key=KEY) == (text, "whole")


def test_every_stream_has_a_key_of_its_own() -> None:
    assert len({written(b"")[1] for _ in range(20)}) == 20


def test_a_stream_goes_to_its_recipient_alone() -> None:
    cy = keys.KeyPair.from_seed(keys.new_seed())

    with pytest.raises(Altered):
        streams.open_key(io.BytesIO(SEALED), keys=cy, binding=HERE)


def assert_refused(changed: bytes) -> None:
    """Nothing but the beginning of the text was yielded, and the end was no good one."""
    text, ending = read(changed, key=KEY)
    assert ending != "whole"
    assert TEXT.startswith(text)


@given(end=st.integers(0, len(SEALED) - 1))
@settings(max_examples=200)
def test_a_stream_cut_anywhere_is_refused(end: int) -> None:
    assert_refused(SEALED[:end])


@pytest.mark.parametrize("chunks", [1, 2, 3])
def test_one_cut_between_two_chunks_is_told_to_be_cut(chunks: int) -> None:
    cut = SEALED[: BEGIN + chunks * (CHUNK + 16)]

    assert read(cut, key=KEY) == (TEXT[: (chunks - 1) * CHUNK], "Truncated")


@given(at=st.integers(0, len(SEALED) - 1) | st.integers(0, BEGIN), bit=st.integers(0, 7))
@settings(max_examples=300)
def test_a_stream_with_any_bit_flipped_is_refused(at: int, bit: int) -> None:
    """Also by whoever reads it back with the key, and so has no use for the envelope."""
    assert_refused(SEALED[:at] + bytes([SEALED[at] ^ 1 << bit]) + SEALED[at + 1 :])


@given(order=st.lists(st.integers(0, 3), max_size=6).filter(lambda order: order != [0, 1, 2, 3]))
@settings(max_examples=100)
def test_chunks_in_any_other_order_are_refused(order: list[int]) -> None:
    assert_refused(SEALED[:BEGIN] + b"".join(CHUNKS[number] for number in order))


@given(more=st.binary(min_size=1, max_size=40) | st.sampled_from([*CHUNKS, SEALED]))
@settings(max_examples=50)
def test_a_stream_with_anything_after_it_is_refused(more: bytes) -> None:
    assert_refused(SEALED + more)


def test_neither_side_ever_holds_more_than_some_chunks() -> None:
    """A gigabyte goes through as well as this does: what is asked of the file stays small."""
    asked: list[int] = []

    class Watched(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            asked.append(-1 if size is None else size)
            return super().read(size)

    text = text_of(20 * CHUNK)
    sealed, key = written(text)

    assert b"".join(streams.read(Watched(sealed), key=key, binding=HERE)) == text
    assert (min(asked), max(asked)) == (1, CHUNK + 16)


@pytest.mark.parametrize(
    "mistake",
    [
        lambda: streams.Writer(io.BytesIO(), to=b"no key", binding=HERE),
        lambda: list(streams.read(io.BytesIO(SEALED), key=KEY[:16], binding=HERE)),
    ],
    ids=["a public key that is none", "a short key"],
)
def test_a_mistake_of_the_program_is_no_refusal(mistake: Callable[[], object]) -> None:
    with pytest.raises(ValueError, match=r"key|bytes"):
        mistake()
