"""One secret, several keys: HKDF-SHA256 with a versioned label for each use."""

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from offramp.sealed import VERSION


def derive(secret: bytes, label: str) -> bytes:
    """Return 32 bytes for one use of a secret. Raises ValueError for a secret too short to be one."""
    # No stretching: every secret that comes here was drawn at random, none was chosen by a person.
    if len(secret) < 16:
        raise ValueError("a secret has at least 16 bytes")
    labelled = f"offramp/{VERSION}/{label}".encode()
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=labelled).derive(secret)
