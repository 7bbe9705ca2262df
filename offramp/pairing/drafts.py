"""An adviser's unsent answer."""

from django.db import transaction

from offramp.pairing.models import Draft, Pairing
from offramp.people import envelopes
from offramp.people.keyholders import Keyholder
from offramp.sealed import objects


@transaction.atomic
def keep(*, by: Keyholder, pairing: Pairing, text: str) -> None:
    """Seal it to this adviser alone; the one before it is gone."""
    for old in Draft.objects.select_for_update().filter(pairing=pairing):
        envelopes.of(Draft.KIND, old.pk).delete()
        old.delete()
    key = objects.new_key()
    draft = Draft(pairing=pairing)
    draft.write({"text": text}, key=key)
    draft.save()
    envelopes.put(key, kind=Draft.KIND, object_id=draft.pk, to=[by.member])


def read(*, by: Keyholder, pairing: Pairing) -> str:
    """What was kept, or nothing."""
    draft = Draft.objects.filter(pairing=pairing).first()
    return str(draft.read(key=by.key(Draft.KIND, draft.pk))["text"]) if draft else ""
