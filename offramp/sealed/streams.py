"""Streams: what is too long for one piece of memory, sealed chunk by chunk to one public key."""

import secrets
from collections.abc import Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from offramp.sealed import envelopes, layout
from offramp.sealed.bindings import Binding
from offramp.sealed.failures import Altered, Truncated
from offramp.sealed.keys import KeyPair

CHUNK = 65_536
_TAG = 16


class Writer:
    """Seals what is written to it; without `finish` it is a stream that no reader takes for whole."""

    def __init__(self, file: BinaryIO, *, to: bytes, binding: Binding) -> None:
        # Drawn here for this stream alone: the nonces count, and would repeat under a key used twice.
        self.key = secrets.token_bytes(32)
        self._file = file
        self._waiting = bytearray()
        self._number = 0
        envelope = envelopes.seal(self.key, to=to, binding=binding)
        self._chunks = _Chunks(self.key, envelope, binding)
        file.write(layout.head(layout.STREAM, binding) + envelope)

    def write(self, plain: bytes) -> None:
        """Take some of the text, of any length."""
        self._waiting += plain
        # The last chunk is marked, so a full one waits until something is known to follow it.
        while len(self._waiting) > CHUNK:
            self._write_chunk(CHUNK, is_last=False)

    def finish(self) -> None:
        """Write the last chunk. Nothing may be written after it."""
        self._write_chunk(len(self._waiting), is_last=True)

    def _write_chunk(self, length: int, *, is_last: bool) -> None:
        plain = bytes(self._waiting[:length])
        del self._waiting[:length]
        self._file.write(self._chunks.seal(plain, number=self._number, is_last=is_last))
        self._number += 1


def open_key(file: BinaryIO, *, keys: KeyPair, binding: Binding) -> bytes:
    """Return the key of the stream that begins here. Raises NotOpened, by its kinds."""
    return envelopes.open(_envelope(file, binding), keys=keys, binding=binding)


def read(file: BinaryIO, *, key: bytes, binding: Binding) -> Iterator[bytes]:
    """Yield the text of the stream that begins here, chunk by chunk. Raises NotOpened, by its kinds.

    Only what opened is yielded, but a stream that was cut shows it at its end: act on nothing before.
    """
    chunks = _Chunks(key, _envelope(file, binding), binding)
    number = 0
    sealed, following = _next_two(file, b"")
    while following:
        yield chunks.open(sealed, number=number, is_last=False)
        number += 1
        sealed, following = _next_two(file, following)
    last = _open_end(chunks, sealed, number)
    if last:
        yield last


def _envelope(file: BinaryIO, binding: Binding) -> bytes:
    head = layout.head(layout.STREAM, binding)
    layout.check(file.read(len(head)), head=head)
    # Its own reader says what is wrong with it, a cut included.
    return file.read(envelopes.length(binding))


def _next_two(file: BinaryIO, begun: bytes) -> tuple[bytes, bytes]:
    """A chunk whose first byte may be read already, and a byte of what follows it: none after the last."""
    sealed = begun + file.read(CHUNK + _TAG - len(begun))
    return sealed, file.read(1)


def _open_end(chunks: "_Chunks", sealed: bytes, number: int) -> bytes:
    """The last chunk. One that is whole but not marked as the last tells that others are missing."""
    shortest = _TAG + (number > 0)  # only an empty text ends with an empty chunk
    if len(sealed) < shortest:
        raise Truncated
    try:
        return chunks.open(sealed, number=number, is_last=True)
    except Altered:
        if len(sealed) < CHUNK + _TAG:
            raise
    chunks.open(sealed, number=number, is_last=False)
    raise Truncated


class _Chunks:
    """The cipher of one stream: a chunk is bound to its number, to being the last, and to the envelope."""

    def __init__(self, key: bytes, envelope: bytes, binding: Binding) -> None:
        if len(key) != 32:
            raise ValueError("a stream's key has 32 bytes")
        self._cipher = AESGCM(key)
        self._bound = layout.bound(layout.STREAM, binding) + envelope

    def seal(self, plain: bytes, *, number: int, is_last: bool) -> bytes:
        return self._cipher.encrypt(_nonce(number, is_last=is_last), plain, self._bound)

    def open(self, sealed: bytes, *, number: int, is_last: bool) -> bytes:
        try:
            return self._cipher.decrypt(_nonce(number, is_last=is_last), sealed, self._bound)
        except InvalidTag:
            raise Altered from None


def _nonce(number: int, *, is_last: bool) -> bytes:
    return number.to_bytes(11) + bytes([is_last])
