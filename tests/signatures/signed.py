"""Signatures for the tests, made by the same acts as a reader's."""

import uuid
from datetime import UTC, datetime

from offramp.letters.models import Letter
from offramp.signatures import organizing, signing
from offramp.signatures.models import Signature, SigningRule
from tests.letters.letters import a_public_letter

# After every letter that was public "since yesterday".
NOW = datetime(2030, 3, 4, 12, tzinfo=UTC)


def an_open_letter(slug: str = "a-letter", *, title: str = "A letter") -> Letter:
    """Public, and to be signed."""
    letter = a_public_letter(slug, title=title)
    SigningRule.objects.create(letter=letter)
    return letter


def asked(
    letter: Letter, name: str = "", email: str = "ada@example.org", *, now: datetime = NOW
) -> Signature:
    """Asked for, and not confirmed."""
    signing.ask(letter=letter, name=name, email=email, language="en", form=uuid.uuid4(), now=now)
    return Signature.objects.get(letter=letter, email=email)


def signed(
    letter: Letter, name: str = "", email: str = "ada@example.org", *, now: datetime = NOW
) -> Signature:
    """Confirmed; its name waits for an organizer."""
    signing.settle(key=asked(letter, name, email, now=now).key, name=name, now=now)
    return Signature.objects.get(letter=letter, email=email)


def standing(letter: Letter, name: str, email: str = "ada@example.org", *, now: datetime = NOW) -> Signature:
    """Signed, and an organizer let the name stand."""
    held = signed(letter, name, email, now=now)
    organizing.let_stand(letter=letter, seen=[(held.pk, held.name)])
    return Signature.objects.get(pk=held.pk)
