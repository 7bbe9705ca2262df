"""An adviser's unsent answer."""

from django.db import transaction

from offramp.pairing.conversation import NotYours, lock
from offramp.pairing.models import Draft, Pairing
from offramp.people import envelopes
from offramp.people.keyholders import Keyholder
from offramp.sealed import objects


@transaction.atomic
def keep(*, by: Keyholder, pairing: Pairing, text: str) -> None:
    """Seal it to this adviser alone; the one before it is gone, and an empty one is none.

    Raises NotYours when the pairing ended meanwhile.
    """
    # Under the lock: a pairing that ends at the same time would leave the draft behind.
    locked = lock(pairing.request)
    if not locked.pairings.for_adviser(by.member).filter(pk=pairing.pk).exists():
        raise NotYours
    Draft.objects.filter(pairing=pairing).erase()
    if not text:
        return
    key = objects.new_key()
    draft = Draft(pairing=pairing)
    draft.write({"text": text}, key=key)
    draft.save()
    envelopes.put(key, kind=Draft.KIND, object_id=draft.pk, to=[by.member])


def read(*, by: Keyholder, pairing: Pairing) -> str:
    """What was kept, or nothing."""
    draft = Draft.objects.filter(pairing=pairing).first()
    return str(draft.read(key=by.key(Draft.KIND, draft.pk))["text"]) if draft else ""
