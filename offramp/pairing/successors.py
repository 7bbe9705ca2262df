"""When an adviser comes back with new keys, and what a new adviser may read of what came before."""

from django.db import transaction

from offramp.pairing import endings
from offramp.pairing.conversation import NotYours, lock
from offramp.pairing.models import Card, Pairing, Request
from offramp.pairing.roles import advises
from offramp.people import envelopes
from offramp.people.keyholders import Keyholder
from offramp.people.models import Departure, Member
from offramp.threads import actions as threads
from offramp.threads.models import Epoch


def successor(*, pairing: Pairing) -> Member | None:
    """The new account of an adviser who lost their code, if they have one."""
    departure = Departure.objects.filter(member=pairing.adviser, kind=Departure.Kind.REPLACED).first()
    if departure is None:
        return None
    return Member.objects.advisers().filter(invitation__replaces=pairing.adviser).first()


@transaction.atomic
def keep(*, by: Keyholder, pairing: Pairing, everything: bool) -> Pairing:
    """Go on with the adviser's new account, from today or with everything. Raises NotYours."""
    locked = lock(pairing.request)
    new = successor(pairing=pairing)
    live = locked.pairings.live().filter(pk=pairing.pk).exists()
    if locked.seeker_id != by.member.pk or new is None or not live or not advises(new):
        raise NotYours
    endings.end(pairing=pairing, ending=Pairing.Ending.REMOVED)
    card_key = by.key(Card.KIND, locked.card.pk)
    envelopes.put(card_key, kind=Card.KIND, object_id=locked.card.pk, to=[new])
    going_on = Pairing.objects.create(request=locked, adviser=new)
    threads.begin_epoch(thread=locked.thread, audience=Epoch.Audience.PAIRING, to=[by.member, new])
    if everything:
        let_read_earlier(by=by, pairing=going_on)
    return going_on


@transaction.atomic
def let_read_earlier(*, by: Keyholder, pairing: Pairing) -> None:
    """Seal the earlier epochs to the adviser; never what was said with the front desk. Raises NotYours."""
    locked = lock(pairing.request)
    live = locked.pairings.live().filter(pk=pairing.pk).select_related("adviser").first()
    if live is None or locked.seeker_id != by.member.pk:
        raise NotYours
    earlier = locked.thread.epochs.exclude(audience=Epoch.Audience.DESK).values_list("pk", flat=True)
    for epoch_id, key in by.keys_of(Epoch.KIND, earlier).items():
        envelopes.put(key, kind=Epoch.KIND, object_id=epoch_id, to=[live.adviser])
    Pairing.objects.filter(pk=live.pk).update(may_read_earlier=True)


def has_earlier(*, request: Request) -> bool:
    """Whether there is anything from before this pairing to let somebody read."""
    return request.pairings.exclude(ending="").exists()
