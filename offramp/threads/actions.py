"""Beginning and closing epochs, writing into them and reading what one's keys open."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max, OuterRef, Subquery

from offramp.people import envelopes
from offramp.people.envelopes import Recipient, Sealing
from offramp.people.keyholders import Keyholder, Opener
from offramp.people.models import Member
from offramp.people.models.sealed_file import Cleaned, Filed
from offramp.sealed import objects
from offramp.sealed.bindings import Binding
from offramp.threads import attachments
from offramp.threads.models import Author, Epoch, Message, Thread

LONGEST_TEXT = 10_000  # characters


@dataclass(frozen=True)
class Said:
    """One message, opened."""

    number: int
    author: str
    day: date
    text: str = field(repr=False)
    name: str = ""  # what an adviser is called; a seeker and the front desk have none here
    files: tuple[Filed, ...] = field(repr=False, default=())


@dataclass(frozen=True)
class Voice:
    """Who speaks, to which audience, and the people who shall hold its key if an epoch must begin."""

    author: Author
    audience: Epoch.Audience
    to: tuple[Recipient, ...]


def begin() -> Thread:
    return Thread.objects.create()


def begin_with(text: str, *, to: tuple[Recipient, ...], on: date) -> tuple[Thread, Sealing]:
    """A thread with a seeker's first message, in an epoch that is closed at once, and the key to put.

    Nobody else knows the thread yet, so nothing is locked or counted. Call inside a transaction.
    """
    thread = begin()
    epoch = Epoch(thread=thread, audience=Epoch.Audience.FIRST, number=1, is_open=False)
    message = Message(thread=thread, epoch=epoch, number=1, author=Author.SEEKER)
    key = objects.new_key()
    _seal(message, {"text": text, "name": ""}, key=key, on=on)
    epoch.save(force_insert=True)
    message.save(force_insert=True)
    return thread, Sealing(key, Epoch.KIND, epoch.pk, to)


@transaction.atomic
def write(
    *, thread: Thread, voice: Voice, text: str, by: Opener, on: date, enclosed: Cleaned | None = None
) -> Message:
    """Write into the open epoch of an audience; where there is none, begin one for the voice's people.

    Raises NoKey when the writer holds no key to the open epoch, TooManyFiles.
    """
    _lock(thread)
    epoch = thread.epochs.filter(audience=voice.audience, is_open=True).first()
    if epoch is None:
        epoch, key = begin_epoch(thread=thread, audience=voice.audience, to=voice.to)
    else:
        key = by.key(Epoch.KIND, epoch.pk)
    number = 1 + (thread.messages.aggregate(last=Max("number"))["last"] or 0)
    message = Message(thread=thread, epoch=epoch, number=number, author=voice.author)
    content: dict[str, Any] = {"text": text, "name": _name(by)}
    if enclosed:
        content["files"] = [attachments.keep(thread=thread, cleaned=enclosed)]
    _seal(message, content, key=key, on=on)
    message.save(force_insert=True)
    return message


def begin_epoch(*, thread: Thread, audience: str, to: Iterable[Recipient]) -> tuple[Epoch, bytes]:
    """A new key, sealed to the members of this moment. Call inside a transaction that locked the thread."""
    number = 1 + (thread.epochs.aggregate(last=Max("number"))["last"] or 0)
    epoch = Epoch.objects.create(thread=thread, audience=audience, number=number)
    key = objects.new_key()
    envelopes.put(key, kind=Epoch.KIND, object_id=epoch.pk, to=to)
    return epoch, key


def close_epochs(*, thread: Thread, audiences: Iterable[str]) -> None:
    """Nobody writes there any more; who can read is a matter of envelopes."""
    thread.epochs.filter(audience__in=list(audiences)).update(is_open=False)


def lock_out(*, thread: Thread, member: Member) -> None:
    """Take every epoch of a thread from a member who is held, and close those they could read."""
    mine = member.envelopes.filter(kind=Epoch.KIND, object_id__in=thread.epochs.values("pk"))
    thread.epochs.filter(pk__in=mine.values("object_id")).update(is_open=False)
    mine.delete()


def read(*, thread: Thread, openers: Sequence[Opener]) -> list[Said]:
    """Every message one of the openers has a key to, in order; a held or absent key shows nothing."""
    return read_all(threads=[thread.pk], openers=openers)[thread.pk]


def read_all(*, threads: Sequence[UUID], openers: Sequence[Opener]) -> dict[UUID, list[Said]]:
    """The same for many threads, in as many queries as for one."""
    epochs = {epoch.pk: epoch for epoch in Epoch.objects.filter(thread__in=threads)}
    keys: dict[UUID, bytes] = {}
    for opener in openers:
        keys |= opener.keys_of(Epoch.KIND, epochs)
    said: dict[UUID, list[Said]] = {thread: [] for thread in threads}
    for message in Message.objects.filter(epoch__in=keys).order_by("number"):
        opened = _open(message, epochs[message.epoch_id], keys[message.epoch_id])
        said[message.thread_id].append(opened)
    return said


def read_last(*, thread: Thread, opener: Opener) -> Said | None:
    """The newest message, if this opener has a key to it."""
    message = thread.messages.select_related("epoch").order_by("-number").first()
    keys = opener.keys_of(Epoch.KIND, [message.epoch_id]) if message else {}
    return _open(message, message.epoch, keys[message.epoch_id]) if message and keys else None


def last_author(thread: Thread) -> str | None:
    """Who wrote last; the other side is waited for."""
    return thread.messages.order_by("-number").values_list("author", flat=True).first()


def last_authors(*, threads: Iterable[UUID], audience: str) -> dict[UUID, str]:
    """Who wrote last to an audience, by thread; a thread nobody wrote to there is left out."""
    latest = Message.objects.filter(epoch=OuterRef("pk")).order_by("-number").values("author")[:1]
    epochs = Epoch.objects.filter(thread__in=list(threads), audience=audience, is_open=True)
    found = epochs.annotate(last_author=Subquery(latest)).values_list("thread_id", "last_author")
    return {thread: author for thread, author in found if author}


def erase(thread: Thread) -> None:
    """Envelopes first, so that a half-done erasure has already made the text unreadable."""
    envelopes.of_all(Epoch.KIND, thread.epochs.values_list("pk", flat=True)).delete()
    thread.delete()


def _seal(message: Message, content: dict[str, Any], *, key: bytes, on: date) -> None:
    dated = content | {"day": on.isoformat()}
    plain = json.dumps(dated, ensure_ascii=False, separators=(",", ":")).encode()
    message.sealed = objects.seal(plain, key=key, binding=_binding(message, message.epoch))


def _open(message: Message, epoch: Epoch, key: bytes) -> Said:
    plain = objects.open(bytes(message.sealed), key=key, binding=_binding(message, epoch))
    content = json.loads(plain)
    return Said(
        number=message.number,
        author=message.author,
        day=date.fromisoformat(content["day"]),
        text=content["text"],
        name=content["name"],
        files=attachments.told_by(content),
    )


def _binding(message: Message, epoch: Epoch) -> Binding:
    parts = (message.thread_id.bytes, epoch.pk.bytes, epoch.number, message.number, message.author, "server")
    return Binding(Message.KIND, parts)


def _name(by: Opener) -> str:
    return by.member.name if isinstance(by, Keyholder) else ""


def _lock(thread: Thread) -> None:
    Thread.objects.select_for_update().get(pk=thread.pk)
