"""Who writes to whom: before a pairing with the front desk, from then on with the adviser alone."""

from datetime import date

from django.db import transaction

from offramp.pairing.models import Card, Closing, Draft, Pairing, Request, Sweep
from offramp.people import envelopes
from offramp.people.keyholders import FrontDesk, Keyholder, Opener
from offramp.people.models import FrontDeskKey
from offramp.people.models.sealed_file import Cleaned
from offramp.threads import actions as threads
from offramp.threads import attachments
from offramp.threads.actions import Said, Voice
from offramp.threads.models import Author, Epoch


class NotYours(Exception):
    """This conversation is not, or no longer, this member's."""


class NobodyReads(Exception):
    """The adviser is gone or has new keys, and the seeker has not said yet how to go on."""


class NoFiles(Exception):
    """Files are for an adviser, and there is none: the front desk reads words."""


@transaction.atomic
def write_as_seeker(
    *, by: Keyholder, request: Request, text: str, on: date, enclosed: Cleaned | None = None
) -> None:
    """To the adviser when there is one, else to the front desk; a closed or swept request opens again.

    Raises NotYours, NobodyReads, NoFiles, TooManyFiles.
    """
    locked = lock(request)
    if locked.seeker_id != by.member.pk:
        raise NotYours
    pairing = locked.pairings.live().select_related("adviser").first()
    if not _somebody_reads(locked, pairing):
        raise NobodyReads
    if pairing is None and enclosed:
        raise NoFiles
    if pairing is None:
        Closing.objects.filter(request=locked).delete()
        Sweep.objects.filter(request=locked).delete()
    _write(locked, _voice(Author.SEEKER, locked, pairing), text, by, on, enclosed)


@transaction.atomic
def write_as_adviser(
    *, by: Keyholder, pairing: Pairing, text: str, on: date, enclosed: Cleaned | None = None
) -> None:
    """Raises NotYours when the pairing ended meanwhile, TooManyFiles."""
    locked = lock(pairing.request)
    live = locked.pairings.for_adviser(by.member).filter(pk=pairing.pk).first()
    if live is None:
        raise NotYours
    _write(locked, _voice(Author.ADVISER, locked, live), text, by, on, enclosed)
    Draft.objects.filter(pairing=live).erase()


@transaction.atomic
def write_as_front_desk(*, by: Keyholder, request: Request, text: str, on: date) -> None:
    """To a seeker nobody is paired with yet. Raises NotYours, NoFrontDesk."""
    locked = lock(request)
    if not Request.objects.for_front_desk(by.member).filter(pk=locked.pk).exists():
        raise NotYours
    _write(locked, _voice(Author.FRONT_DESK, locked, None), text, FrontDesk.opened_by(by), on, None)


def read_as_seeker(*, by: Keyholder, request: Request) -> list[Said]:
    return threads.read(thread=request.thread, openers=[by])


def read_as_adviser(*, by: Keyholder, pairing: Pairing) -> list[Said]:
    return threads.read(thread=pairing.request.thread, openers=[by])


def read_as_front_desk(*, by: FrontDesk, request: Request) -> list[Said]:
    return threads.read(thread=request.thread, openers=[by])


def _somebody_reads(request: Request, pairing: Pairing | None) -> bool:
    if pairing:
        return pairing.adviser.is_active
    return envelopes.of(Card.KIND, request.card.pk).exclude(front_desk=None).exists()


def _voice(author: Author, request: Request, pairing: Pairing | None) -> Voice:
    if pairing is None:
        desk = FrontDeskKey.objects.get(retired_on=None)
        return Voice(author, Epoch.Audience.DESK, (request.seeker, desk))
    return Voice(author, Epoch.Audience.PAIRING, (request.seeker, pairing.adviser))


def _write(request: Request, voice: Voice, text: str, by: Opener, on: date, enclosed: Cleaned | None) -> None:
    said = threads.read_last(thread=request.thread, opener=by)
    if said and (said.author, said.text) == (voice.author, text) and _brought(said, enclosed):
        return  # a double click without JavaScript really sends twice
    threads.write(thread=request.thread, voice=voice, text=text, by=by, on=on, enclosed=enclosed)


def _brought(said: Said, enclosed: Cleaned | None) -> bool:
    """Whether a message came with this very file, or with none as this one does."""
    if enclosed is None:
        return not said.files
    return any(attachments.is_same(one, enclosed) for one in said.files)


def lock(request: Request) -> Request:
    """One act at a time on a request, read anew. Raises NotYours when it burned meanwhile."""
    found = Request.objects.select_for_update(of=("self",)).select_related("seeker", "thread")
    locked = found.filter(pk=request.pk).first()
    if locked is None:
        raise NotYours
    return locked
