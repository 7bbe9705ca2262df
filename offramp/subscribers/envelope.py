"""What stands around a mail: who sends it, where it comes back to, and what machines read of it.

An address outside ASCII before the @ is refused when it is typed (notices.addresses), so that no server on
the way needs SMTPUTF8.
"""

import base64
import binascii
import hmac
from email.utils import formataddr, parseaddr
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.crypto import salted_hmac

from offramp import campaigns
from offramp.subscribers.models import Mailing, Subscriber

LETTERS = "letters"
MARK_LENGTH, MAILING_LENGTH, SUBSCRIBER_LENGTH = 10, 4, 16


def headers(mailing: Mailing, subscriber: Subscriber, *, languages: list[str]) -> dict[str, str]:
    """None of them holds a word that somebody typed."""
    end = page("subscription-end", subscriber.language, key=subscriber.key)
    return {
        "From": formataddr((sender_name(), parseaddr(settings.DEFAULT_FROM_EMAIL)[1])),
        "Message-ID": f"<{_message_name(mailing, subscriber)}@{settings.ORIGIN_PARTS.hostname}>",
        "List-Id": formataddr((sender_name(), f"{LETTERS}.{settings.ORIGIN_PARTS.hostname}")),
        "List-Unsubscribe": f"<{end}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",  # RFC 8058
        "Content-Language": ", ".join(languages),
        # Nobody's holiday notice comes back: RFC 3834 reads the first, older programs the second.
        "Auto-Submitted": "auto-generated",
        "Precedence": "list",
    }


def sender_name() -> str:
    """The neutral one: what a locked screen or somebody else's glance shows is this and the subject."""
    return " ".join(campaigns.current().neutral_name.split())


def page(name: str, language: str, **kwargs: str) -> str:
    """The whole address of one of our pages in this language, if it is still spoken."""
    with translation.override(language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE):
        return f"{settings.ORIGIN}{reverse(name, kwargs=kwargs)}"


def returns_to(mailing: Mailing, subscriber: Subscriber) -> str:
    """The sender on the envelope: where the mail comes back to, if it cannot be delivered."""
    if not settings.BOUNCES:
        return parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    name, _, domain = settings.BOUNCES.rpartition("@")
    return f"{name}+{_token(mailing.pk.bytes[:MAILING_LENGTH], subscriber.pk.bytes)}@{domain}"


def who_and_what(token: str) -> tuple[UUID, bytes] | None:
    """The subscriber, and how the mailing's name begins; None for everything that is not a token of ours."""
    try:
        known = base64.b32decode(token.upper().encode())
    except (binascii.Error, ValueError):
        return None
    named = known[MARK_LENGTH:]
    if len(named) != MAILING_LENGTH + SUBSCRIBER_LENGTH or not hmac.compare_digest(
        _mark(named), known[:MARK_LENGTH]
    ):
        return None
    return UUID(bytes=named[MAILING_LENGTH:]), named[:MAILING_LENGTH]


def _token(mailing: bytes, subscriber: bytes) -> str:
    """48 signs, for no address may have more than 64 before the @; some servers make all letters small."""
    named = mailing + subscriber
    return base64.b32encode(_mark(named) + named).decode().lower()


def _mark(named: bytes) -> bytes:
    return salted_hmac("offramp subscribers bounce", named, algorithm="sha256").digest()[:MARK_LENGTH]


def _message_name(mailing: Mailing, subscriber: Subscriber) -> str:
    """The same whenever it is sent again, so that a server that has it already can tell; it names nobody."""
    named = mailing.pk.bytes + subscriber.pk.bytes
    return salted_hmac("offramp subscribers message", named, algorithm="sha256").hexdigest()[:32]
