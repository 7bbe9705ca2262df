"""Writing a letter: nothing that was saved is ever lost, and nobody writes over somebody else unknowingly."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from offramp.campaigns import markdown
from offramp.letters import publishing
from offramp.letters.models import Letter, Revision, Text
from offramp.letters.models.text import folded
from offramp.letters.written import Written
from offramp.people.models import Member


class AddressTaken(Exception):
    """Another letter has this address."""


@dataclass
class Changed(Exception):
    """Somebody saved another version since this one was begun; theirs stands."""

    theirs: Text


def begin(*, slug: str, language: str, written: Written, by: Member | None, on: date) -> Letter:
    """A draft. Raises AddressTaken."""
    try:
        with transaction.atomic():
            letter = Letter.objects.create(slug=slug)
            save(letter=letter, language=language, written=written, base=0, by=by, on=on)
    except IntegrityError:
        raise AddressTaken from None
    return letter


@transaction.atomic
def save(*, letter: Letter, language: str, written: Written, base: int, by: Member | None, on: date) -> Text:
    """Say something new in one language, on top of the revision that was read. What says the same is none.

    Raises Changed.
    """
    Letter.objects.select_for_update().get(pk=letter.pk)
    text = Text.objects.filter(letter=letter, language=language).first()
    if text and text.written == written:
        return text
    if base != (text.newest if text else 0):
        raise Changed(text or Text(letter=letter, language=language, newest=0))
    text = text or Text(letter=letter, language=language, newest=0)
    return _say(text, written, by=by, on=on)


@transaction.atomic
def restore(*, revision: Revision, by: Member, on: date) -> Text:
    """Say again what was said then, as a new revision; nothing in between is lost."""
    text = Text.objects.select_for_update().get(pk=revision.text_id)
    if text.written == revision.written:
        return text
    return _say(text, revision.written, by=by, on=on)


def _say(text: Text, written: Written, *, by: Member | None, on: date) -> Text:
    words: dict[str, Any] = asdict(written)
    for name, value in words.items():
        setattr(text, name, value)
    text.newest += 1
    said = (written.title, written.summary, written.author, markdown.plain(written.body))
    text.folded = folded("\n".join(said))
    text.save()
    Revision.objects.create(text=text, number=text.newest, by=by, on=on, **words)
    publishing.note_change(letter_id=text.letter_id, by=by, on=on)
    return text
