"""The invented readers: what they say below a letter, and who signed it."""

from datetime import datetime
from typing import Any
from uuid import uuid4

from offramp.letters.models import Letter
from offramp.notices.models import Outgoing
from offramp.people.models import Member
from offramp.replies import deciding, writing
from offramp.replies.models import Reply
from offramp.signatures import organizing, signing
from offramp.signatures.models import Signature
from offramp.upkeep.demo import story


def play(*, organizer: Member, now: datetime) -> None:
    """Through the actions that pages call. Of another campaign, whose letter this is not, nothing is told."""
    told = story.load("readers.toml")
    letter = Letter.objects.filter(slug=told["letter"]).first()
    if letter is None:
        return
    replies, since = told["reply"], letter.publication.at
    for number, one in enumerate(replies, 1):
        reply(letter, one, organizer, since + (now - since) * number / (len(replies) + 1))
    organizing.open_signing(letter=letter, by=organizer, on=now.date())
    for number, one in enumerate(told["signature"], 1):
        sign(letter, one, f"signer{number}@example.org", now)
    Outgoing.objects.all().delete()  # they had their mails long ago; the terminal is for those to come


def reply(letter: Letter, told: dict[str, Any], organizer: Member, at: datetime) -> None:
    to = letter.replies.get(name=told["answers"]) if "answers" in told else None
    email = f"reader{letter.replies.count() + 1}@example.org"
    said = writing.Said(told["name"], email, told["text"].strip(), told.get("language", "en"))
    written = writing.write(once=uuid4(), letter=letter, to=to, said=said, now=at)
    if told.get("stands"):
        seen, shown = [(written.pk, written.changes)], Reply.Standing.SHOWN
        deciding.decide(replies=seen, after=shown, reason="", by=organizer, now=at)


def sign(letter: Letter, told: dict[str, Any], email: str, now: datetime) -> None:
    """Asked, and confirmed from the mailbox; a name waits for an organizer as any does."""
    form, name = uuid4(), told["name"]
    signing.ask(letter=letter, name=name, email=email, language="en", form=form, now=now)
    signing.settle(key=Signature.objects.get(pk=form).key, name=name, now=now)
    if told.get("stands"):
        organizing.let_stand(letter=letter, seen=[(form, name)])
