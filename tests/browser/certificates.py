"""A throw-away certificate for localhost, so that pages are tried over TLS, as people meet them."""

import base64
import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from cryptography.x509.oid import NameOID


@dataclass(frozen=True)
class Certificate:
    """Its own authority: `ssl.create_default_context(cafile=certificate.path)` trusts it."""

    path: Path
    key_path: Path
    pin: str  # of the public key, by which Chromium trusts it

    def options(self) -> list[str]:
        """What `offramp serve` takes."""
        return ["--certificate", str(self.path), "--key", str(self.key_path)]


def issue(folder: Path) -> Certificate:
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = Certificate(folder / "certificate.pem", folder / "key.pem", pin(key.public_key()))
    certificate.path.write_bytes(signed(key).public_bytes(Encoding.PEM))
    certificate.key_path.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return certificate


def signed(key: ec.EllipticCurvePrivateKey) -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )


def pin(key: ec.EllipticCurvePublicKey) -> str:
    encoded = key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return base64.b64encode(hashlib.sha256(encoded).digest()).decode()
