"""A member together with the keys that their code opened; what pages hand to actions as `by`."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from offramp.people import envelopes
from offramp.people.models import Envelope, FrontDeskKey, Member
from offramp.sealed.keys import KeyPair


class NoFrontDesk(Exception):
    """This organizer was not given the front desk's key."""


@dataclass(frozen=True)
class Keyholder:
    """Opens what was sealed to one member; an organizer with access opens the front desk's too."""

    member: Member
    seed: bytes = field(repr=False)
    keys: KeyPair = field(repr=False)

    @classmethod
    def from_seed(cls, member: Member, seed: bytes) -> "Keyholder":
        return cls(member, seed, KeyPair.from_seed(seed))

    def key(self, kind: str, object_id: UUID) -> bytes:
        """The key of one object. Raises NoKey when nobody sealed it to this member."""
        return envelopes.open_key(envelopes.to_member(self.member, kind, object_id), keys=self.keys)

    def keys_of(self, kind: str, object_ids: Iterable[UUID]) -> dict[UUID, bytes]:
        """The keys this member has among the objects, in one query; an object without one is left out."""
        found = Envelope.objects.filter(
            member=self.member, kind=kind, object_id__in=list(object_ids), is_held=False
        )
        return {envelope.object_id: envelopes.open_key(envelope, keys=self.keys) for envelope in found}

    def front_desk_keys(self) -> dict[UUID, KeyPair]:
        """The front desk's key pairs this organizer holds, by id. Raises NoFrontDesk when there are none."""
        seeds = self.keys_of(FrontDeskKey.SEED, FrontDeskKey.objects.values_list("pk", flat=True))
        if not seeds:
            raise NoFrontDesk
        return {pk: KeyPair.from_seed(seed) for pk, seed in seeds.items()}


@dataclass(frozen=True)
class FrontDesk:
    """The front desk, opened by one organizer for the length of one request."""

    keys: dict[UUID, KeyPair] = field(repr=False)

    @classmethod
    def opened_by(cls, keyholder: Keyholder) -> "FrontDesk":
        """Raises NoFrontDesk."""
        return cls(keyholder.front_desk_keys())

    def key(self, kind: str, object_id: UUID) -> bytes:
        """The key of one object. Raises NoKey when it was not sealed to the front desk."""
        found = self.keys_of(kind, [object_id])
        if object_id not in found:
            raise envelopes.NoKey
        return found[object_id]

    def keys_of(self, kind: str, object_ids: Iterable[UUID]) -> dict[UUID, bytes]:
        found = Envelope.objects.filter(front_desk__in=self.keys, kind=kind, object_id__in=list(object_ids))
        return {
            envelope.object_id: envelopes.open_key(envelope, keys=self.keys[envelope.front_desk_id])
            for envelope in found
            if envelope.front_desk_id
        }


Opener = Keyholder | FrontDesk
