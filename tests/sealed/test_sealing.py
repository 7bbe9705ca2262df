"""Whatever was sealed comes back whole, to its key and its place, or not at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from offramp.sealed import envelopes, keys, objects, padding
from offramp.sealed.bindings import Binding
from offramp.sealed.derive import derive
from offramp.sealed.failures import Altered, NotOpened

KEY = objects.new_key()
ADA, CY = (keys.KeyPair.from_seed(keys.new_seed()) for _ in range(2))
HERE = Binding("message", ("thread", 1, 7, "adviser"))
SEALED_OBJECT = objects.seal(b"See you on Thursday.", key=KEY, binding=HERE)
SEALED_KEY = envelopes.seal(KEY, to=ADA.public, binding=HERE)

parts = st.one_of(st.text(max_size=20), st.integers(0, 2**64 - 1), st.binary(max_size=20))
bindings = st.builds(
    Binding,
    kind=st.from_regex("[a-z][a-z0-9-]{0,31}", fullmatch=True),
    parts=st.lists(parts, max_size=5).map(tuple),
)


def flipped(sealed: bytes, bit: int) -> bytes:
    changed = bytearray(sealed)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


@given(plain=st.binary(max_size=5_000), binding=bindings)
@settings(deadline=None)
def test_a_text_comes_back_whole(plain: bytes, binding: Binding) -> None:
    sealed = objects.seal(plain, key=KEY, binding=binding)

    assert objects.open(sealed, key=KEY, binding=binding) == plain


@given(key=st.binary(min_size=32, max_size=32), binding=bindings)
@settings(deadline=None)
def test_a_key_comes_back_to_its_recipient_alone(key: bytes, binding: Binding) -> None:
    envelope = envelopes.seal(key, to=ADA.public, binding=binding)

    assert envelopes.open(envelope, keys=ADA, binding=binding) == key
    with pytest.raises(Altered):
        envelopes.open(envelope, keys=CY, binding=binding)


@given(bit=st.integers(0, len(SEALED_OBJECT) * 8 - 1))
@settings(deadline=None, max_examples=300)
def test_an_object_with_any_bit_flipped_is_refused(bit: int) -> None:
    with pytest.raises(NotOpened):
        objects.open(flipped(SEALED_OBJECT, bit), key=KEY, binding=HERE)


@given(bit=st.integers(0, len(SEALED_KEY) * 8 - 1))
@settings(deadline=None, max_examples=300)
def test_an_envelope_with_any_bit_flipped_is_refused(bit: int) -> None:
    with pytest.raises(NotOpened):
        envelopes.open(flipped(SEALED_KEY, bit), keys=ADA, binding=HERE)


@given(
    sealed=st.binary(max_size=400)
    | st.integers(0, len(SEALED_OBJECT) - 1).map(lambda end: SEALED_OBJECT[:end])
)
@settings(deadline=None)
def test_anything_else_is_refused_by_name(sealed: bytes) -> None:
    with pytest.raises(NotOpened):
        objects.open(sealed, key=KEY, binding=HERE)
    with pytest.raises(NotOpened):
        envelopes.open(sealed, keys=ADA, binding=HERE)


@given(here=bindings, there=bindings)
def test_two_places_are_never_encoded_alike(here: Binding, there: Binding) -> None:
    assert (here.encode() == there.encode()) == (here == there)


@given(here=bindings, there=bindings)
@settings(deadline=None)
def test_a_row_put_in_another_place_is_refused(here: Binding, there: Binding) -> None:
    if here == there:
        return
    with pytest.raises(NotOpened):
        objects.open(objects.seal(b"", key=KEY, binding=here), key=KEY, binding=there)
    with pytest.raises(NotOpened):
        envelopes.open(envelopes.seal(KEY, to=ADA.public, binding=here), keys=ADA, binding=there)


@given(length=st.integers(0, 70_000))
@settings(deadline=None)
def test_a_length_tells_the_bucket_and_no_more(length: int) -> None:
    bucket = min(size for size in padding.BUCKETS if size > length)

    assert len(padding.pad(bytes(length))) == bucket
    assert len(objects.seal(bytes(length), key=KEY, binding=HERE)) == len(SEALED_OBJECT) - 256 + bucket


def test_the_longest_text_is_16_mib_less_one_byte() -> None:
    longest = bytes(2**24 - 1)

    assert objects.open(objects.seal(longest, key=KEY, binding=HERE), key=KEY, binding=HERE) == longest
    with pytest.raises(ValueError, match="largest bucket"):
        objects.seal(longest + b"\0", key=KEY, binding=HERE)


def test_the_same_text_is_sealed_differently_each_time() -> None:
    assert len({objects.seal(b"again", key=KEY, binding=HERE) for _ in range(20)}) == 20
    assert len({envelopes.seal(KEY, to=ADA.public, binding=HERE) for _ in range(20)}) == 20


@pytest.mark.parametrize("size", [0, 16, 24, 31, 33])
def test_keys_and_seeds_have_32_bytes(size: int) -> None:
    short = bytes(size)
    with pytest.raises(ValueError, match="32 bytes"):
        objects.seal(b"", key=short, binding=HERE)
    with pytest.raises(ValueError, match="32 bytes"):
        objects.open(SEALED_OBJECT, key=short, binding=HERE)
    with pytest.raises(ValueError, match="32 bytes"):
        envelopes.seal(short, to=ADA.public, binding=HERE)
    with pytest.raises(ValueError, match="32 bytes"):
        keys.KeyPair.from_seed(short)


@pytest.mark.parametrize(
    "public", [b"", ADA.public[:-1], ADA.public + b"\0", b"\xff" * 1216, ADA.public[:1184] + bytes(32)]
)
def test_nothing_is_sealed_to_what_is_no_public_key(public: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        envelopes.seal(KEY, to=public, binding=HERE)


@pytest.mark.parametrize("kind", ["", "Message", "1st", "a message", "é", "x" * 33, "message\n"])
def test_a_kind_is_a_plain_word(kind: str) -> None:
    with pytest.raises(ValueError, match="kind"):
        Binding(kind, ())


@pytest.mark.parametrize("part", [-1, 2**64, True, None, 1.5, "x" * 65_536, "\ud800", ("a",)])
def test_a_part_without_a_canonical_form_is_refused(part: object) -> None:
    with pytest.raises((ValueError, TypeError)):
        Binding("message", (part,))  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="255 parts"):
        Binding("message", (1,) * 256)


def test_a_secret_gives_one_key_for_each_label() -> None:
    assert derive(KEY, "one") == derive(KEY, "one")
    assert len({derive(KEY, "one"), derive(KEY, "two"), derive(ADA.public, "one"), KEY}) == 4
    with pytest.raises(ValueError, match="16 bytes"):
        derive(bytes(15), "one")


def test_a_fingerprint_is_read_aloud_in_six_groups() -> None:
    assert [len(group) for group in keys.fingerprint(ADA.public).split()] == [4] * 6
    assert keys.fingerprint(ADA.public) != keys.fingerprint(CY.public)


def test_a_key_pair_shows_nothing_of_itself() -> None:
    assert repr(ADA) == "KeyPair()"
