"""Signatures, and which letters take them."""

from offramp.signatures.models.signature import Signature, SigningRule

__all__ = ["Signature", "SigningRule"]
