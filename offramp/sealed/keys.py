"""Key pairs: X-Wing, that is ML-KEM-768 and X25519 together, grown from a seed of 32 bytes."""

import hashlib
import secrets
from dataclasses import dataclass, field
from typing import Self

from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import MLKEM768X25519PrivateKey, MLKEM768X25519PublicKey

from offramp.sealed import VERSION

_MLKEM_PUBLIC = 1184


@dataclass(frozen=True, eq=False)
class KeyPair:
    """One member's key pair, opened: `public` may be shown, `private` only opens envelopes."""

    public: bytes = field(repr=False)
    private: MLKEM768X25519PrivateKey = field(repr=False)

    @classmethod
    def from_seed(cls, seed: bytes) -> Self:
        """Grow both keys from a seed, as the X-Wing draft says."""
        if len(seed) != 32:
            raise ValueError("a seed has 32 bytes")
        grown = hashlib.shake_256(seed).digest(96)
        mlkem = MLKEM768PrivateKey.from_seed_bytes(grown[:64])
        x25519 = X25519PrivateKey.from_private_bytes(grown[64:])
        return cls(
            public=mlkem.public_key().public_bytes_raw() + x25519.public_key().public_bytes_raw(),
            private=MLKEM768X25519PrivateKey(mlkem, x25519),
        )


def new_seed() -> bytes:
    """Return a fresh seed."""
    return secrets.token_bytes(32)


def public_key(seed: bytes) -> bytes:
    """Return the public key that belongs to a seed: 1,216 bytes."""
    return KeyPair.from_seed(seed).public


def fingerprint(public: bytes) -> str:
    """Return six groups of four digits, to be read aloud and compared: 79 bits of the key."""
    # Digits, not words: read the same way in every language, and never mistaken for a code.
    digest = hashlib.sha256(f"offramp/{VERSION}/fingerprint".encode() + public).digest()
    digits = f"{int.from_bytes(digest) % 10**24:024}"
    return " ".join(digits[start : start + 4] for start in range(0, 24, 4))


def read_public(public: bytes) -> MLKEM768X25519PublicKey:
    """Return the key the cipher takes. Raises ValueError for bytes that are no public key."""
    return MLKEM768X25519PublicKey(
        MLKEM768PublicKey.from_public_bytes(public[:_MLKEM_PUBLIC]),
        X25519PublicKey.from_public_bytes(public[_MLKEM_PUBLIC:]),
    )
