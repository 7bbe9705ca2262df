"""Objects: what people wrote, sealed under a fresh key and bound to its place."""

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from offramp.sealed import layout, padding
from offramp.sealed.bindings import Binding
from offramp.sealed.failures import Altered

_NONCE = 12
_TAG = 16
_LENGTHS = frozenset(_NONCE + size + _TAG for size in padding.BUCKETS)


def new_key() -> bytes:
    """Return a key for one object, or for the messages of one epoch."""
    return secrets.token_bytes(32)


def seal(plain: bytes, *, key: bytes, binding: Binding) -> bytes:
    """Seal a text under a key, for one place. Raises ValueError for a text above 16 MiB."""
    # Drawn here and nowhere else: a nonce used twice under one key would open both texts.
    nonce = secrets.token_bytes(_NONCE)
    sealed = _cipher(key).encrypt(nonce, padding.pad(plain), layout.bound(layout.OBJECT, binding))
    return layout.head(layout.OBJECT, binding) + nonce + sealed


def open(sealed: bytes, *, key: bytes, binding: Binding) -> bytes:  # noqa: A001 - read as objects.open
    """Open what was sealed for this place. Raises NotOpened, by its kinds."""
    body = layout.body(sealed, after=layout.head(layout.OBJECT, binding), lengths=_LENGTHS)
    try:
        padded = _cipher(key).decrypt(body[:_NONCE], body[_NONCE:], layout.bound(layout.OBJECT, binding))
    except InvalidTag:
        raise Altered from None
    return padding.unpad(padded)


def _cipher(key: bytes) -> AESGCM:
    # AESGCM would take 16 or 24 bytes as well; we know one strength.
    if len(key) != 32:
        raise ValueError("an object key has 32 bytes")
    return AESGCM(key)
