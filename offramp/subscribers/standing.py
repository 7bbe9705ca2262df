"""How a letter stands by mail: to whom it would go, and the mailing that was asked for."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.db.models import Count, Q

from offramp.letters.models import Letter
from offramp.subscribers.models import Mailing, Subscriber


@dataclass(frozen=True)
class Standing:
    """One of its questions is answered by yes; numbers only, never who."""

    letter: Letter
    at: datetime
    each: int
    monthly: int

    @cached_property
    def mailing(self) -> Mailing | None:
        return Mailing.objects.select_related("by").filter(letter=self.letter).first()

    def untranslated(self) -> dict[str, int]:
        """How many read a language in which there is no version of it, by that language."""
        others = Subscriber.objects.confirmed().exclude(language__in=self.letter.languages)
        counted = others.values_list("language").annotate(people=Count("pk"))
        return dict(counted.order_by("-people", "language"))

    @property
    def may_be_asked(self) -> bool:
        return self.mailing is None and not self.letter.is_withdrawn()

    @property
    def waits_for_publication(self) -> bool:
        stands = self.mailing is not None and (self.mailing.begun_on or self.mailing.stopped_on)
        return not (stands or self.letter.is_public(at=self.at))


def of(letter: Letter, *, at: datetime) -> Standing:
    monthly = Q(rhythm=Subscriber.Rhythm.MONTHLY)
    counted = Subscriber.objects.confirmed().aggregate(monthly=Count("pk", filter=monthly), all=Count("pk"))
    return Standing(letter, at, counted["all"] - counted["monthly"], counted["monthly"])
