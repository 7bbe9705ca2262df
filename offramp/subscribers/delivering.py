"""Sends what mailings still owe: each address its mail, exactly once as far as the protocol of mail allows.

A row stands for a mail that is still to go. Just before the last byte leaves, the row says so; as soon as the
server has said yes, it is deleted. So whatever ends us, only the one mail under way can be in doubt. That one
is sent again under the same Message-ID: until the server has said yes it is ours (RFC 5321, 4.2.5), and two
copies are better than none. Many receiving servers know the second by its Message-ID and throw it away.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.db.models import F, Q, QuerySet

from offramp.notices import again
from offramp.notices.session import Kind, Outcome, Session
from offramp.subscribers import bodies, bounces, mailings
from offramp.subscribers.models import Delivery, Mailing

AT_ONCE = 100


@dataclass
class Count:
    """What became of some mails."""

    taken: int = 0
    put_off: int = 0
    given_up: int = 0
    withheld: int = 0  # not wanted any more when they would have left
    repeated: int = 0  # of all these: whose first try ended in doubt

    @property
    def is_nothing(self) -> bool:
        return not (self.taken or self.put_off or self.given_up or self.withheld)


def send_some(through: Session, *, now: datetime) -> Count:
    """Those that are due, a hundred at most, as their letters stand now."""
    mailings.stop_withdrawn(now)
    count = Count()
    made: dict[tuple[Mailing, str], bodies.Body] = {}
    for delivery in _due(now)[:AT_ONCE]:
        # Once one was withheld, what else is in hand may not be wanted either.
        if count.withheld or not through.goes_on_with(Kind.LETTER):
            break
        whose = (delivery.mailing, delivery.subscriber.language)
        made[whose] = made.get(whose) or bodies.Body(*whose, at=now)
        count.repeated += delivery.is_leaving
        _send(delivery, made[whose], through, count, now)
    return count


def _due(now: datetime) -> QuerySet[Delivery]:
    on_their_way = Delivery.objects.exclude(mailing__begun_on=None).filter(mailing__stopped_on=None)
    due = on_their_way.filter(Q(not_before=None) | Q(not_before__lte=now))
    return due.select_related("mailing__letter", "subscriber").order_by("pk")


def _send(delivery: Delivery, body: bodies.Body, through: Session, count: Count, now: datetime) -> None:
    mail = body.to(delivery.subscriber)
    answer = through.send(mail, may_leave=partial(_note_leaving, delivery))
    is_gone = answer.outcome is Outcome.REFUSED and bounces.says_it_is_gone(answer.status)
    wait = again.after(delivery.tries + 1)
    if answer.outcome is Outcome.TAKEN:
        Delivery.objects.filter(pk=delivery.pk).delete()
        count.taken += 1
    elif answer.outcome is Outcome.WITHHELD:
        count.withheld += 1
    elif answer.outcome is Outcome.AWAY:
        return
    elif is_gone or wait is None:
        _give_up(delivery, is_gone=is_gone)
        count.given_up += 1
    else:
        _put_off(delivery, until=now + wait, is_in_doubt=answer.outcome is Outcome.LOST)
        count.put_off += 1


def _note_leaving(delivery: Delivery) -> bool:
    """Whether it may: it is still wanted, its letter still public. Written down before the last byte goes."""
    wanted = Delivery.objects.filter(
        pk=delivery.pk, mailing__stopped_on=None, mailing__letter__publication__withdrawal=None
    )
    return wanted.update(is_leaving=True) == 1


def _put_off(delivery: Delivery, *, until: datetime, is_in_doubt: bool) -> None:
    settled = {} if is_in_doubt else {"is_leaving": False}
    one = Delivery.objects.filter(pk=delivery.pk)
    one.update(tries=delivery.tries + 1, not_before=until, **settled)


def _give_up(delivery: Delivery, *, is_gone: bool) -> None:
    Mailing.objects.filter(pk=delivery.mailing_id).update(given_up=F("given_up") + 1)
    Delivery.objects.filter(pk=delivery.pk).delete()
    if is_gone:
        bounces.note(subscriber=delivery.subscriber, mailing=delivery.mailing)
