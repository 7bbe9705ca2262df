"""The front desk: the organizers' shared key, who holds it, and what happens when one of them leaves."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import Count, OuterRef, QuerySet, Subquery

from offramp.journal.models import Entry, note
from offramp.people import envelopes
from offramp.people.keyholders import Keyholder
from offramp.people.models import (
    Departure,
    Envelope,
    FrontDeskKey,
    Invitation,
    Member,
    RoleChange,
    SecondFactor,
)
from offramp.sealed.keys import new_seed, public_key

FEWEST = 2  # one person alone would be the only one to read every first message


class NotAllowed(Exception):
    """Only an organizer with access may."""


class TheLastTwo(Exception):
    """Two organizers must keep access; enroll another one first."""


class AlreadyGone(Exception):
    """That account ended before."""


def organizers_with_access() -> QuerySet[Member]:
    current = FrontDeskKey.objects.filter(retired_on=None)
    return Member.objects.organizers().filter(
        envelopes__kind=FrontDeskKey.SEED, envelopes__object_id__in=current.values("pk")
    )


def has_access(member: Member) -> bool:
    return organizers_with_access().filter(pk=member.pk).exists()


def somebody_has_access() -> bool:
    return organizers_with_access().exists()


def key_when_open() -> FrontDeskKey | None:
    """The key to seal new requests to, once two organizers can read what comes in."""
    # Whoever loses access loses the envelope, so counting envelopes is counting organizers.
    holders = Envelope.objects.filter(kind=FrontDeskKey.SEED, object_id=OuterRef("pk")).order_by()
    counted = holders.values("object_id").annotate(count=Count("pk")).values("count")
    return (
        FrontDeskKey.objects.filter(retired_on=None)
        .alias(holders=Subquery(counted))
        .filter(holders__gte=FEWEST)
        .first()
    )


@transaction.atomic
def give_access(*, by: Keyholder, to: Member, on: date) -> None:
    """Seal every front desk seed this organizer holds to another one. Raises NotAllowed."""
    lock()
    if not (has_access(by.member) and to.is_organizer and to.is_active):
        raise NotAllowed
    seeds = by.keys_of(FrontDeskKey.SEED, FrontDeskKey.objects.values_list("pk", flat=True))
    for pk, seed in seeds.items():
        envelopes.put(seed, kind=FrontDeskKey.SEED, object_id=pk, to=[to])
    note(Entry.Kind.ACCESS_GIVEN, by=by.member.pk, subject=to.pk, on=on)


@transaction.atomic
def remove_organizer(*, by: Keyholder, organizer: Member, on: date) -> None:
    """End an organizer's account and make a new front desk key for those who stay.

    Raises NotAllowed, TheLastTwo, AlreadyGone. Two who remove each other at once: the lock lets one through.
    """
    lock()
    if not has_access(by.member) or by.member == organizer:
        raise NotAllowed
    # Asked anew under the lock: the row this page loaded may be older than another removal.
    if not Member.objects.organizers().filter(pk=organizer.pk).exists():
        raise AlreadyGone
    _check_two_stay(without=organizer)
    end_account(member=organizer, kind=Departure.Kind.REMOVED, by=by.member, on=on)
    note(Entry.Kind.REMOVED, by=by.member.pk, subject=organizer.pk, on=on)


def withdraw_access(*, member: Member, by: Member, on: date) -> None:
    """Take the front desk's key from somebody who stays in another role. Raises TheLastTwo."""
    _check_two_stay(without=member)
    Envelope.objects.filter(member=member, kind=FrontDeskKey.SEED).delete()
    make_key(to=organizers_with_access(), by=by, on=on)


def end_account(*, member: Member, kind: Departure.Kind, by: Member | None, on: date) -> None:
    """Take every key away; the name stays for those who knew it. A front desk key they held is replaced.

    Call under lock(): nothing they propose or approve in the same moment may outlive them.
    """
    held = has_access(member)
    envelopes.hold(member)
    member.envelopes.all().delete()
    SecondFactor.objects.filter(member=member).delete()
    Departure.objects.create(member=member, kind=kind, by=by, on=on)
    Invitation.objects.hanging_on(member).delete()
    RoleChange.objects.hanging_on(member).delete()
    staying = list(organizers_with_access())
    if held and staying:
        make_key(to=staying, by=by, on=on)


def make_key(*, to: Iterable[Member], by: Member | None, on: date) -> FrontDeskKey:
    """A new key pair; the one before it is retired, and still opened by those who hold it."""
    holders = list(to)  # before a key exists that nobody holds: who has access is asked of the current one
    FrontDeskKey.objects.filter(retired_on=None).update(retired_on=on)
    last = FrontDeskKey.objects.order_by("-number").values_list("number", flat=True).first() or 0
    seed = new_seed()
    key = FrontDeskKey.objects.create(number=last + 1, public_key=public_key(seed), made_on=on)
    envelopes.put(seed, kind=FrontDeskKey.SEED, object_id=key.pk, to=holders)
    note(Entry.Kind.FRONT_DESK_KEY_MADE, by=by.pk if by else None, subject=key.pk, on=on)
    return key


def left_to_reseal() -> QuerySet[Envelope]:
    """What is still sealed to a retired key."""
    return Envelope.objects.filter(front_desk__retired_on__isnull=False)


@transaction.atomic
def reseal_some(*, by: Keyholder, most: int) -> int:
    """Move up to that many envelopes to the current key; says how many are left. Resumes where it stopped."""
    lock()
    current = FrontDeskKey.objects.get(retired_on=None)
    pairs = by.front_desk_keys()
    some = left_to_reseal().select_for_update().filter(front_desk__in=pairs)[:most]
    for envelope in some:
        if envelope.front_desk_id:
            fresh = envelopes.reseal(envelope, keys=pairs[envelope.front_desk_id], to=current)
            envelope.delete()
            # Sealed to the new key already if somebody wrote meanwhile.
            Envelope.objects.bulk_create([fresh], ignore_conflicts=True)
    return left_to_reseal().count()


@transaction.atomic
def forget_retired(*, on: date) -> int:
    """Delete retired keys, with their seeds, that nothing is sealed to any more. Says how many."""
    lock()
    # Not those of today: a message that began before the change may still be on its way to them.
    retired = FrontDeskKey.objects.filter(retired_on__lt=on, envelopes=None)
    empty = list(retired.values_list("pk", flat=True))
    envelopes.of_all(FrontDeskKey.SEED, empty).delete()
    FrontDeskKey.objects.filter(pk__in=empty).delete()
    return len(empty)


def lock() -> None:
    """Everything that changes who holds the front desk goes one at a time."""
    # Without the key: a first message only points at the row, and need not wait for any of this.
    list(FrontDeskKey.objects.select_for_update(no_key=True).order_by("pk"))


def _check_two_stay(*, without: Member) -> None:
    if organizers_with_access().exclude(pk=without.pk).count() < FEWEST:
        raise TheLastTwo
