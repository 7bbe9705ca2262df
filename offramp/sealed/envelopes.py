"""Envelopes: one key sealed to one member with HPKE."""

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from offramp.sealed import keys as key_pairs
from offramp.sealed import layout
from offramp.sealed.bindings import Binding
from offramp.sealed.failures import Altered

_SUITE = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
_LENGTH = 1120 + 32 + 16  # what X-Wing encapsulates, the key, the tag


def seal(key: bytes, *, to: bytes, binding: Binding) -> bytes:
    """Seal a key, or a seed, to a public key. Raises ValueError for bytes that are neither."""
    if len(key) != 32:
        raise ValueError("an envelope holds 32 bytes")
    # The library gives HPKE's one-shot form no associated data; `info` binds just as firmly.
    bound = layout.bound(layout.ENVELOPE, binding)
    sealed = _SUITE.encrypt(key, key_pairs.read_public(to), bound)
    return layout.head(layout.ENVELOPE, binding) + sealed


def open(envelope: bytes, *, keys: key_pairs.KeyPair, binding: Binding) -> bytes:  # noqa: A001 - read as envelopes.open
    """Open an envelope sealed to this member for this place. Raises NotOpened, by its kinds."""
    body = check(envelope, binding=binding)
    try:
        return _SUITE.decrypt(body, keys.private, layout.bound(layout.ENVELOPE, binding))
    except InvalidTag:
        raise Altered from None


def check(envelope: bytes, *, binding: Binding) -> bytes:
    """Return what follows the head: all there is to check without a key. Raises NotOpened, by its kinds."""
    return layout.body(envelope, after=layout.head(layout.ENVELOPE, binding), lengths=frozenset([_LENGTH]))


def length(binding: Binding) -> int:
    """How many bytes an envelope of this kind has."""
    return len(layout.head(layout.ENVELOPE, binding)) + _LENGTH
