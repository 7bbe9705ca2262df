"""A new code for anyone: everything sealed to the old one is sealed to the new one, at once."""

from datetime import date

from django.db import transaction

from offramp.journal.models import Entry, note
from offramp.people import envelopes
from offramp.people.keyholders import Keyholder
from offramp.people.models import DeadCode, Envelope, Member
from offramp.sealed.codes import Code
from offramp.sealed.keys import public_key


class CodeReplaced(Exception):
    """The code this session began with was replaced in another one."""


@transaction.atomic
def replace(*, by: Keyholder, code: Code, on: date) -> Keyholder:
    """Seal everything to a new code; the old one is dead from here on. Raises CodeReplaced."""
    member = Member.objects.select_for_update().get(pk=by.member.pk)
    if member.key_version != by.member.key_version:
        raise CodeReplaced
    bury(member)
    mine = list(Envelope.objects.select_for_update().filter(member=member))
    member.locator_digest = code.locator_digest()
    member.public_key = public_key(code.seed())
    member.key_version += 1
    member.save()
    fresh = [envelopes.reseal(envelope, keys=by.keys, to=member) for envelope in mine]
    Envelope.objects.filter(pk__in=[envelope.pk for envelope in mine]).delete()
    Envelope.objects.bulk_create(fresh)
    if member.is_staff:
        note(Entry.Kind.CODE_REPLACED, by=member.pk, subject=member.pk, on=on)
    return Keyholder.from_seed(member, code.seed())


def bury(member: Member) -> None:
    """Remember a code that opens nothing any more."""
    DeadCode.objects.get_or_create(digest=bytes(member.locator_digest))


def is_dead(code: Code) -> bool:
    return DeadCode.objects.filter(digest=code.locator_digest()).exists()


def forget_dead() -> int:
    """What a purge before this one saw is older than any form. Says how many."""
    forgotten, _ = DeadCode.objects.filter(has_seen_a_purge=True).delete()
    DeadCode.objects.update(has_seen_a_purge=True)
    return forgotten
