"""How a letter stands by mail: to whom it would go, or how far it went."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.db.models import Count, Q

from offramp.letters.models import Letter
from offramp.subscribers import bounces
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

    @cached_property
    def waiting(self) -> int:
        return self.mailing.deliveries.count() if self.mailing else 0

    @property
    def done(self) -> int:
        return self.mailing.total - self.waiting - self.mailing.given_up if self.mailing else 0

    def untranslated(self) -> dict[str, int]:
        """How many read a language in which there is no version of it, by that language."""
        others = Subscriber.objects.confirmed().exclude(language__in=self.letter.languages)
        counted = others.values_list("language").annotate(people=Count("pk"))
        return dict(counted.order_by("-people", "language"))

    @property
    def may_be_asked(self) -> bool:
        return self.mailing is None and not self.letter.is_withdrawn()

    @property
    def is_stopped(self) -> bool:
        return bool(self.mailing and self.mailing.stopped_on)

    @property
    def may_go_on(self) -> bool:
        return self.is_stopped and not self.letter.is_withdrawn()

    @property
    def has_begun(self) -> bool:
        return bool(self.mailing and self.mailing.begun_on)

    @property
    def waits_for_publication(self) -> bool:
        return not (self.has_begun or self.is_stopped or self.letter.is_public(at=self.at))

    @property
    def refuse_us(self) -> bool:
        """So many came back that it is not about the addresses."""
        return bool(self.mailing and bounces.is_about_us(self.mailing))

    @property
    def is_over(self) -> bool:
        return self.has_begun and not self.waiting


def of(letter: Letter, *, at: datetime) -> Standing:
    monthly = Q(rhythm=Subscriber.Rhythm.MONTHLY)
    counted = Subscriber.objects.confirmed().aggregate(monthly=Count("pk", filter=monthly), all=Count("pk"))
    return Standing(letter, at, counted["all"] - counted["monthly"], counted["monthly"])
