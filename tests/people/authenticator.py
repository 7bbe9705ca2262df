"""A passkey in software: what a security stick answers, written out after WebAuthn level 2."""

import json
import secrets
from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from urllib.parse import urlsplit

import cbor2
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256

PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40
ES256, EC2, P256 = -7, 2, 1


def base64url(content: bytes) -> str:
    return urlsafe_b64encode(content).rstrip(b"=").decode()


@dataclass
class Authenticator:
    """One credential, and how often it signed."""

    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    id: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    count: int = 0

    def register(self, *, challenge: bytes, origin: str) -> str:
        point = self.key.public_key().public_numbers()
        public = cbor2.dumps({1: EC2, 3: ES256, -1: P256, -2: point.x.to_bytes(32), -3: point.y.to_bytes(32)})
        credential = bytes(16) + len(self.id).to_bytes(2) + self.id + public
        said = self._said(origin, ATTESTED | PRESENT | VERIFIED) + credential
        attestation = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": said})
        asked = client("webauthn.create", challenge, origin)
        return self._answer({"attestationObject": base64url(attestation), "clientDataJSON": base64url(asked)})

    def sign(self, *, challenge: bytes, origin: str, verified: bool = True) -> str:
        self.count += 1
        said = self._said(origin, PRESENT | (VERIFIED if verified else 0))
        asked = client("webauthn.get", challenge, origin)
        signature = self.key.sign(said + sha256(asked).digest(), ec.ECDSA(SHA256()))
        return self._answer(
            {
                "authenticatorData": base64url(said),
                "clientDataJSON": base64url(asked),
                "signature": base64url(signature),
            }
        )

    def _said(self, origin: str, flags: int) -> bytes:
        place = sha256((urlsplit(origin).hostname or "").encode()).digest()
        return place + bytes([flags]) + self.count.to_bytes(4)

    def _answer(self, response: dict[str, str]) -> str:
        key = {"id": base64url(self.id), "rawId": base64url(self.id), "type": "public-key"}
        return json.dumps(key | {"response": response, "clientExtensionResults": {}})


def client(kind: str, challenge: bytes, origin: str) -> bytes:
    """What the browser adds: which question, asked by whom."""
    asked = {"type": kind, "challenge": base64url(challenge), "origin": origin, "crossOrigin": False}
    return json.dumps(asked).encode()
