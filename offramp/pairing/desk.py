"""Sharing a document with the adviser a seeker is paired with, and with nobody else."""

from datetime import date

from django.db import transaction

from offramp.documents import sharing
from offramp.documents.models import Document
from offramp.pairing.conversation import NobodyReads, NotYours, lock
from offramp.pairing.models import Pairing
from offramp.people import front_desk
from offramp.people.keyholders import Keyholder


@transaction.atomic
def share(*, by: Keyholder, document: Document, pairing: Pairing, on: date) -> None:
    """Raises NotYours when the pairing ended meanwhile, NobodyReads when the adviser's account did."""
    front_desk.lock()  # nobody's account ends between asking for it and sealing to it
    locked = lock(pairing.request)
    live = locked.pairings.live().select_related("adviser__departure").filter(pk=pairing.pk).first()
    if live is None or locked.seeker_id != by.member.pk:
        raise NotYours
    if not live.adviser.is_active:
        raise NobodyReads
    sharing.share(by=by, document=document, reader=live.adviser, on=on)
