"""Passkeys (WebAuthn): checked by the `webauthn` library, kept sealed beside the number's secret."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any
from urllib.parse import urlsplit

import webauthn
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

# Never the staff member's id: an authenticator shows and syncs what it is given.
USER_NAME = "staff"
# The library lets errors of its decoders through where an answer is no answer at all.
NOT_RIGHT = (WebAuthnException, ValueError, TypeError, KeyError, IndexError, AttributeError)


class NotAPasskey(Exception):
    """The browser's answer was not a passkey for this place and this question."""


@dataclass(frozen=True)
class Passkey:
    id: str  # base64url, as everything here
    public_key: str
    sign_count: int
    name: str

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> "Passkey":
        return cls(**kept)


@dataclass(frozen=True)
class Assertion:
    """A browser's answer to a question this server asked at a known moment."""

    answer: str
    challenge: bytes
    asked_at: int  # milliseconds; an answer to an older question than the last accepted one is refused
    origin: str

    def verified_by(self, known: Sequence[Passkey]) -> Passkey | None:
        """The passkey that signed, with its new count, or None."""
        for passkey in known:
            try:
                result = webauthn.verify_authentication_response(
                    credential=self.answer,
                    expected_challenge=self.challenge,
                    expected_rp_id=_place(self.origin),
                    expected_origin=self.origin,
                    credential_public_key=base64url_to_bytes(passkey.public_key),
                    credential_current_sign_count=passkey.sign_count,
                    require_user_verification=True,
                )
            except NOT_RIGHT:
                continue
            if bytes_to_base64url(result.credential_id) == passkey.id:
                return replace(passkey, sign_count=result.new_sign_count)
        return None


def registration_options(*, origin: str, challenge: bytes, user_id: bytes, known: Sequence[Passkey]) -> str:
    """What the browser is asked when a passkey is added, as JSON."""
    return webauthn.options_to_json(
        webauthn.generate_registration_options(
            rp_id=_place(origin),
            rp_name=_place(origin),
            user_id=user_id,
            user_name=USER_NAME,
            challenge=challenge,
            authenticator_selection=AuthenticatorSelectionCriteria(
                resident_key=ResidentKeyRequirement.REQUIRED,
                user_verification=UserVerificationRequirement.REQUIRED,
            ),
            exclude_credentials=[
                webauthn.helpers.structs.PublicKeyCredentialDescriptor(id=base64url_to_bytes(passkey.id))
                for passkey in known
            ],
        )
    )


def authentication_options(*, origin: str, challenge: bytes) -> str:
    """What the browser is asked at the staff door: any passkey of this place, so that no account is named."""
    return webauthn.options_to_json(
        webauthn.generate_authentication_options(
            rp_id=_place(origin), challenge=challenge, user_verification=UserVerificationRequirement.REQUIRED
        )
    )


def registered(*, answer: str, challenge: bytes, origin: str, name: str) -> Passkey:
    """Raises NotAPasskey."""
    try:
        result = webauthn.verify_registration_response(
            credential=answer,
            expected_challenge=challenge,
            expected_rp_id=_place(origin),
            expected_origin=origin,
            require_user_verification=True,
        )
    except NOT_RIGHT as refused:
        raise NotAPasskey from refused
    return Passkey(
        id=bytes_to_base64url(result.credential_id),
        public_key=bytes_to_base64url(result.credential_public_key),
        sign_count=result.sign_count,
        name=name,
    )


def _place(origin: str) -> str:
    return urlsplit(origin).hostname or ""
