"""The format written a second time, from docs/sealed-format.md alone and without the room it describes.

Two writings that agree show that the page says enough. Vectors are made with it, and streams compared.
"""

import hashlib
import hmac
from importlib import resources
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import (
    AEAD,
    KDF,
    KEM,
    MLKEM768X25519PrivateKey,
    MLKEM768X25519PublicKey,
    Suite,
)

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


def stream(text: bytes, *, key: bytes, to: bytes, kind: str, parts: tuple[Part, ...]) -> bytes:
    sealed_key = envelope(key, to=to, kind=kind, parts=parts)
    texts = [text[at : at + 65_536] for at in range(0, len(text), 65_536)] or [b""]
    chunks = [
        chunk(one, key=key, number=at, last=at == len(texts) - 1, bound=stream_bound(kind, parts, sealed_key))
        for at, one in enumerate(texts)
    ]
    return head("S", kind) + sealed_key + b"".join(chunks)


def chunk(text: bytes, *, key: bytes, number: int, last: bool, bound: bytes) -> bytes:
    nonce = number.to_bytes(11) + (b"\x01" if last else b"\x00")
    return AESGCM(key).encrypt(nonce, text, bound)


def stream_bound(kind: str, parts: tuple[Part, ...], sealed_key: bytes) -> bytes:
    return b"\x01S" + encode(kind, parts) + sealed_key


def read_stream(sealed: bytes, *, seed: bytes, kind: str, parts: tuple[Part, ...]) -> bytes:
    """Whole streams only: the refusals have their vectors."""
    begin = len(head("S", kind))
    sealed_key, rest = sealed[begin : 2 * begin + 1168], sealed[2 * begin + 1168 :]
    key = SUITE.decrypt(sealed_key[begin:], private_key(seed), b"\x01E" + encode(kind, parts))
    text = b""
    for number, at in enumerate(range(0, len(rest), 65_552)):
        flag = b"\x01" if at + 65_552 >= len(rest) else b"\x00"
        text += AESGCM(key).decrypt(
            number.to_bytes(11) + flag, rest[at : at + 65_552], stream_bound(kind, parts, sealed_key)
        )
    return text


def public_key(seed: bytes) -> bytes:
    mlkem, x25519 = halves(seed)
    return mlkem.public_key().public_bytes_raw() + x25519.public_key().public_bytes_raw()


def private_key(seed: bytes) -> MLKEM768X25519PrivateKey:
    return MLKEM768X25519PrivateKey(*halves(seed))


def halves(seed: bytes) -> tuple[MLKEM768PrivateKey, X25519PrivateKey]:
    grown = hashlib.shake_256(seed).digest(96)
    return MLKEM768PrivateKey.from_seed_bytes(grown[:64]), X25519PrivateKey.from_private_bytes(grown[64:])


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
