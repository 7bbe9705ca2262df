"""Sealing an object's key to people, and taking it away again."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import QuerySet

from offramp.people.models import Departure, Envelope, FrontDeskKey, Member
from offramp.sealed import envelopes as sealed_envelopes
from offramp.sealed.bindings import Binding
from offramp.sealed.keys import KeyPair

Recipient = Member | FrontDeskKey


class NoKey(Exception):
    """Nobody sealed this object to this recipient, or only for later."""


@dataclass(frozen=True)
class Sealing:
    """The key of one object, and everybody it shall be sealed to."""

    key: bytes = field(repr=False)
    kind: str
    object_id: UUID
    to: tuple[Recipient, ...]
    is_held: bool = False


def put(key: bytes, *, kind: str, object_id: UUID, to: Iterable[Recipient], held: bool = False) -> None:
    """Seal an object's key to everybody named; to have it twice is no error. Call inside a transaction."""
    put_all([Sealing(key, kind, object_id, tuple(to), held)])


def put_all(sealings: Iterable[Sealing], *, just_made: Member | None = None) -> None:
    """The same for several objects at once. A member made in this transaction needs no lock."""
    pairs = [(sealing, recipient) for sealing in sealings for recipient in sealing.to]
    keys_of_now = _locked({one.pk for _, one in pairs if isinstance(one, Member) and one != just_made})
    gone = _gone(keys_of_now.values())
    Envelope.objects.bulk_create(
        [
            _sealed(
                sealing.key,
                kind=sealing.kind,
                object_id=sealing.object_id,
                to=keys_of_now.get(recipient.pk, recipient),
                held=sealing.is_held,
            )
            for sealing, recipient in pairs
            if recipient.pk not in gone
        ],
        ignore_conflicts=True,
    )


def _locked(members: set[UUID]) -> dict[UUID, Member]:
    """A new code drawn meanwhile would leave this sealed to a dead key: lock, and take the key of now.

    In the order of their ids, so that two who share two recipients cannot wait for each other.
    """
    if not members:
        return {}
    locked = Member.objects.select_for_update().filter(pk__in=members).order_by("pk")
    return {member.pk: member for member in locked}


def _gone(locked: Iterable[Member]) -> set[UUID]:
    """Whose account ended while we waited for the lock: their keys were taken, and none are given again."""
    staff = [member.pk for member in locked if member.is_staff]
    if not staff:
        return set()
    return set(Departure.objects.filter(member__in=staff).values_list("member", flat=True))


def open_key(envelope: Envelope | None, *, keys: KeyPair) -> bytes:
    """Raises NoKey for an absent or held envelope, a kind of NotOpened for one that was tampered with."""
    if envelope is None or envelope.is_held:
        raise NoKey
    return sealed_envelopes.open(bytes(envelope.sealed), keys=keys, binding=_binding(envelope))


def to_member(member: Member, kind: str, object_id: UUID) -> Envelope | None:
    return Envelope.objects.filter(member=member, kind=kind, object_id=object_id).first()


def of(kind: str, object_id: UUID) -> QuerySet[Envelope]:
    """Everybody's envelopes of one object."""
    return Envelope.objects.filter(kind=kind, object_id=object_id)


def of_all(kind: str, object_ids: Iterable[UUID]) -> QuerySet[Envelope]:
    """Everybody's envelopes of several objects."""
    return Envelope.objects.filter(kind=kind, object_id__in=list(object_ids))


def hold(member: Member) -> None:
    """Before keys are taken: a new code drawn meanwhile would carry them on. After every request's lock."""
    list(Member.objects.select_for_update().filter(pk=member.pk))


def take_from(recipient: Member, kind: str, object_id: UUID) -> None:
    hold(recipient)
    of(kind, object_id).filter(member=recipient).delete()


def take_from_front_desk(kind: str, object_id: UUID) -> None:
    of(kind, object_id).exclude(front_desk=None).delete()


def release(recipient: Member, kind: str, object_id: UUID) -> None:
    """Turn a held envelope into one that its recipient can open."""
    of(kind, object_id).filter(member=recipient).update(is_held=False)


def reseal(envelope: Envelope, *, keys: KeyPair, to: Recipient) -> Envelope:
    """The same envelope for another key, held ones included; the key in it goes to nobody else."""
    key = sealed_envelopes.open(bytes(envelope.sealed), keys=keys, binding=_binding(envelope))
    return _sealed(key, kind=envelope.kind, object_id=envelope.object_id, to=to, held=envelope.is_held)


def _sealed(key: bytes, *, kind: str, object_id: UUID, to: Recipient, held: bool) -> Envelope:
    envelope = Envelope(
        kind=kind,
        object_id=object_id,
        member=to if isinstance(to, Member) else None,
        front_desk=to if isinstance(to, FrontDeskKey) else None,
        key_version=to.key_version,
        is_held=held,
    )
    envelope.sealed = sealed_envelopes.seal(key, to=bytes(to.public_key), binding=_binding(envelope))
    return envelope


def _binding(envelope: Envelope) -> Binding:
    recipient = envelope.member_id or envelope.front_desk_id
    if recipient is None:
        raise NoKey
    return Binding(envelope.kind, (envelope.object_id.bytes, recipient.bytes, envelope.key_version))
