"""The format written a second time, from docs/sealed-format.md alone and without the room it describes.

Two writings that agree show that the page says enough. Only `make_vectors` uses this one.
"""

import hashlib
import hmac
from importlib import resources
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, MLKEM768X25519PublicKey, Suite

Part = str | int | bytes

EXCLUDED = Path(__file__).parents[2] / "offramp" / "sealed" / "excluded_words.txt"
SUITE = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


def fixed(name: str) -> bytes:
    return hashlib.sha256(f"offramp vectors: {name}".encode()).digest()


def derive(secret: bytes, label: str) -> bytes:
    extracted = hmac.digest(bytes(32), secret, "sha256")
    return hmac.digest(extracted, b"offramp/1/" + label.encode() + b"\x01", "sha256")


def encode(kind: str, parts: tuple[Part, ...]) -> bytes:
    encoded = bytes([len(kind)]) + kind.encode() + bytes([len(parts)])
    for part in parts:
        tag = {str: b"s", int: b"i", bytes: b"b"}[type(part)]
        content = (
            part.encode() if isinstance(part, str) else part.to_bytes(8) if isinstance(part, int) else part
        )
        encoded += tag + len(content).to_bytes(2) + content
    return encoded


def head(form: str, kind: str) -> bytes:
    return b"\x01" + form.encode() + bytes([len(kind)]) + kind.encode()


def seal(padded: bytes, *, key: bytes, kind: str, parts: tuple[Part, ...]) -> bytes:
    nonce = fixed(f"nonce {padded.hex()}")[:12]
    return head("O", kind) + nonce + AESGCM(key).encrypt(nonce, padded, b"\x01O" + encode(kind, parts))


def envelope(key: bytes, *, to: bytes, kind: str, parts: tuple[Part, ...]) -> bytes:
    public = MLKEM768X25519PublicKey(
        MLKEM768PublicKey.from_public_bytes(to[:1184]), X25519PublicKey.from_public_bytes(to[1184:])
    )
    return head("E", kind) + SUITE.encrypt(key, public, b"\x01E" + encode(kind, parts))


def public_key(seed: bytes) -> bytes:
    grown = hashlib.shake_256(seed).digest(96)
    mlkem = MLKEM768PrivateKey.from_seed_bytes(grown[:64]).public_key().public_bytes_raw()
    return mlkem + X25519PrivateKey.from_private_bytes(grown[64:]).public_key().public_bytes_raw()


def fingerprint(public: bytes) -> str:
    number = int.from_bytes(hashlib.sha256(b"offramp/1/fingerprint" + public).digest()) % 10**24
    return " ".join(f"{number:024}"[at : at + 4] for at in range(0, 24, 4))


def phrase(draft: bytes) -> str:
    excluded = [
        w for line in EXCLUDED.read_text().splitlines() if not line.startswith("#") for w in line.split()
    ]
    eff = resources.files("xkcdpass").joinpath("static/eff-long").read_text().split()
    words = [word for word in eff if word not in excluded]
    number = int.from_bytes(derive(draft, "draft/code"))
    return " ".join(words[number // len(words) ** at % len(words)] for at in range(8))
