"""Onto the staff: one organizer proposes and hands six words over, another approves and hands a link over."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256

from django.db import transaction

from offramp.journal.models import Entry, note
from offramp.people import front_desk, second_factor, six_words
from offramp.people.keyholders import Keyholder
from offramp.people.models import Departure, Invitation, Member, Role
from offramp.people.second_factor import Number, WrongFactor
from offramp.sealed.codes import Code
from offramp.sealed.keys import public_key


class LinkUsedUp(Exception):
    """The link was used, withdrawn or too old."""


class WrongWords(Exception):
    """These are not the words that go with the link."""


class NotAllowed(Exception):
    """Only an organizer who holds the front desk's key may, never the one who proposed it, and only once."""


class AnotherRole(Exception):
    """A new account takes over the role of the one it replaces; changing it is an act of its own."""


class AlreadyBegun(Exception):
    """Links from the console were made before; a second set needs --again."""


class EnoughOrganizers(Exception):
    """Two organizers can sign in, so the console is not needed as a second person."""


@dataclass(frozen=True)
class Proposed:
    """A proposal, and the words for the person proposed; only this once they are in clear."""

    invitation: Invitation
    words: str = field(repr=False)


@transaction.atomic
def propose(*, by: Member, role: Role, name: str, on: date, replaces: Member | None = None) -> Proposed:
    """Ask somebody onto the staff; nothing happens before another organizer approves.

    Raises NotAllowed, AnotherRole.
    """
    front_desk.lock()
    if not front_desk.has_access(by) or replaces == by:
        raise NotAllowed
    if replaces is not None and replaces.role != role:
        raise AnotherRole
    words = six_words.draw()
    kept = {"words_digest": six_words.digest(words)}
    # Pressed twice it is one proposal, and the words shown last are those that count.
    invitation, is_new = Invitation.objects.pending().update_or_create(
        role=role,
        name=name,
        replaces=replaces,
        proposed_by=by,
        approved_by=None,
        defaults=kept,
        create_defaults={**kept, "proposed_on": on},
    )
    if is_new:
        note(Entry.Kind.INVITED, by=by.pk, subject=invitation.pk, on=on)
    return Proposed(invitation, words)


@transaction.atomic
def approve(*, invitation: Invitation, by: Member, on: date) -> str:
    """Countersign, and draw the link to hand over. Raises NotAllowed, LinkUsedUp."""
    front_desk.lock()
    locked = Invitation.objects.select_for_update().filter(pk=invitation.pk, enrolled=None).first()
    if locked is None:
        raise LinkUsedUp
    # Approved again it would draw another link: whoever did could take the place of the person meant.
    if not front_desk.has_access(by) or locked.is_approved or locked.proposed_by in (None, by):
        raise NotAllowed
    locked.approved_by, locked.approved_on = by, on
    link = _draw_link(locked, on)
    note(Entry.Kind.APPROVED, by=by.pk, subject=locked.pk, on=on)
    return link


@transaction.atomic
def withdraw(*, invitation: Invitation, by: Member, on: date) -> None:
    """Raises NotAllowed."""
    front_desk.lock()
    if not front_desk.has_access(by):
        raise NotAllowed
    Invitation.objects.filter(pk=invitation.pk, enrolled=None).delete()
    note(Entry.Kind.WITHDRAWN, by=by.pk, subject=invitation.pk, on=on)


@transaction.atomic
def begin(*, names: Sequence[str], on: date) -> list[str]:
    """The first two organizers' links, made at the server's console. Raises AlreadyBegun."""
    if Invitation.objects.exists():
        raise AlreadyBegun
    return [_from_console(name, on) for name in names]


@transaction.atomic
def recover(*, name: str, on: date, lost: Sequence[Member] = ()) -> str:
    """One link when fewer than two organizers can sign in; those who lost their code are named, and end.

    Raises EnoughOrganizers.
    """
    front_desk.lock()
    for member in Member.objects.organizers().filter(pk__in=[one.pk for one in lost]):
        front_desk.end_account(member=member, kind=Departure.Kind.REMOVED, by=None, on=on)
        note(Entry.Kind.REMOVED, by=None, subject=member.pk, on=on)
    if front_desk.organizers_with_access().count() >= 2:
        raise EnoughOrganizers
    return _from_console(name, on, kind=Entry.Kind.RECOVERY_LINK)


def invitation_of(*, link: str, on: date) -> Invitation:
    """Whom a link is for, without using it up. Raises LinkUsedUp."""
    invitation = Invitation.objects.usable(link=link, on=on).first()
    if invitation is None:
        raise LinkUsedUp
    return invitation


def enroll(*, link: str, code: Code, secret: str, number: Number, at: datetime, words: str = "") -> Keyholder:
    """Member, key and second factor in one transaction that uses the link up.

    Raises LinkUsedUp, WrongWords, WrongFactor. Two codes at once on one link: the first commits, the other
    is told so. A link from the console takes no words.
    """
    step = second_factor.matching_step(secret, number, at=at)
    if step is None:
        raise WrongFactor
    with transaction.atomic():
        front_desk.lock()
        # One enrollment at a time, also before there is a front desk's key to lock: the first two organizers
        # would both find that nobody has access yet.
        list(Invitation.objects.select_for_update().pending().order_by("pk"))
        invitation = invitation_of(link=link, on=at.date())
        if not invitation.takes(words):
            raise WrongWords
        return _enroll(invitation, code, secret, step, at.date())


def _enroll(invitation: Invitation, code: Code, secret: str, step: int, on: date) -> Keyholder:
    member = Member.objects.create(
        role=invitation.role,
        name=invitation.name,
        locator_digest=code.locator_digest(),
        public_key=public_key(code.seed()),
    )
    second_factor.create(member=member, secret=secret, step=step)
    invitation.enrolled = member
    invitation.save()
    if invitation.replaces and invitation.replaces.is_active:
        front_desk.end_account(
            member=invitation.replaces, kind=Departure.Kind.REPLACED, by=invitation.proposed_by, on=on
        )
    if member.is_organizer and not front_desk.somebody_has_access():
        front_desk.make_key(to=[member], by=member, on=on)
    note(Entry.Kind.ENROLLED, by=member.pk, subject=member.pk, on=on)
    return Keyholder.from_seed(member, code.seed())


def _from_console(name: str, on: date, kind: Entry.Kind = Entry.Kind.INVITED) -> str:
    invitation = Invitation.objects.create(role=Role.ORGANIZER, name=name, proposed_on=on, approved_on=on)
    note(kind, by=None, subject=invitation.pk, on=on)
    return _draw_link(invitation, on)


def _draw_link(invitation: Invitation, on: date) -> str:
    link = secrets.token_urlsafe(32)
    invitation.link_digest = sha256(link.encode()).digest()
    invitation.expires_on = on + Invitation.LASTS
    invitation.save()
    return link
