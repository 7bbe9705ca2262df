"""A thief's view: the whole database and one single seed, without any rule of the program."""

from uuid import UUID

from offramp.pairing.models import Card, Request
from offramp.people.models import Envelope, FrontDeskKey
from offramp.sealed import envelopes
from offramp.sealed.bindings import Binding
from offramp.sealed.failures import NotOpened
from offramp.sealed.keys import KeyPair
from offramp.threads.models import Epoch
from tests.cast import Person


def opens(person: Person, request: Request) -> set[str]:
    """What of one request a seed opens: "card", and each epoch by audience and place among its like."""
    keys = everything(person.code.seed())
    found = {"card"} if (Card.KIND, request.card.pk) in keys else set()
    counts: dict[str, int] = {}
    for epoch in Epoch.objects.filter(thread=request.thread).order_by("number"):
        counts[epoch.audience] = counts.get(epoch.audience, 0) + 1
        if (Epoch.KIND, epoch.pk) in keys:
            found.add(f"{epoch.audience} {counts[epoch.audience]}")
    return found


def everything(seed: bytes) -> dict[tuple[str, UUID], bytes]:
    """Every key that a seed leads to, held envelopes and the front desk's included."""
    keys = _opened(KeyPair.from_seed(seed))
    desk_seeds = [key for (kind, _), key in keys.items() if kind == FrontDeskKey.SEED]
    for desk_seed in desk_seeds:
        keys |= _opened(KeyPair.from_seed(desk_seed))
    return keys


def _opened(pair: KeyPair) -> dict[tuple[str, UUID], bytes]:
    keys = {}
    for envelope in Envelope.objects.all():
        recipient = envelope.member_id or envelope.front_desk_id
        assert recipient
        binding = Binding(envelope.kind, (envelope.object_id.bytes, recipient.bytes, envelope.key_version))
        try:
            keys[envelope.kind, envelope.object_id] = envelopes.open(
                bytes(envelope.sealed), keys=pair, binding=binding
            )
        except NotOpened:
            continue
    return keys
