"""Mail that came back: whose address is gone, and what follows from it.

Whoever reports it must know a token that stands on the envelope of one mail to one subscriber; with it they
can end that one subscription after two mailings, which the link inside the same mail does at once.
"""

import re
from datetime import date

from django.db import transaction
from django.db.models import F

from offramp.subscribers import endings, envelope, mails
from offramp.subscribers.models import Mailing, Subscriber
from offramp.subscribers.reports import Report

ENDS_AT = 2
STATUS = re.compile(r"(?P<code>5\d\d)?[ #-]*(?P<status>5\.\d+\.\d+)?")
# What servers say of an address (RFC 3463): unknown, moved, disabled, no mail taken there; or just “no”.
# Not what they say of us or the mail: a full mailbox, too large, “we take nothing from you”.
GONE = re.compile(r"5\.(?:0\.\d+|1\.(?:[012346]|10)|2\.1|4\.4)")
GONE_CODES = ("550", "551", "553", "556")


def says_it_is_gone(status: str) -> bool:
    """Whether a server's words (“5.1.1”, “550 5.1.1 No such user”, “550 no”) are about the address."""
    said = STATUS.match(status)
    if said and said["status"]:
        return bool(GONE.fullmatch(said["status"]))
    return bool(said and said["code"] in GONE_CODES)


def take(report: Report) -> bool:
    """Follow what a server reports. False: it speaks of no mail of ours."""
    known = envelope.who_and_what(report.token)
    if known is None:
        return False
    who, beginning = known
    subscriber = Subscriber.objects.filter(pk=who).first()
    mailing = next((one for one in Mailing.objects.all() if one.pk.bytes.startswith(beginning)), None)
    if subscriber and mailing and report.is_final and says_it_is_gone(report.status):
        note(subscriber=subscriber, mailing=mailing)
    return True


@transaction.atomic
def note(*, subscriber: Subscriber, mailing: Mailing) -> bool:
    """This mailing came back because the address is gone. True if it was the second one: the subscription is
    erased by now. One mailing counts once, however often it is reported, and an earlier one not any more."""
    theirs = Subscriber.objects.select_for_update().filter(pk=subscriber.pk).first()
    on = mailing.begun_on or mailing.asked_on
    if theirs is None or (theirs.bounced_on and theirs.bounced_on >= on):
        return False
    mailing.refresh_from_db()
    Mailing.objects.filter(pk=mailing.pk).update(came_back=F("came_back") + 1)
    if mailing.is_about_us:
        return False
    theirs.bounces = 1 if _was_reached(theirs, before=on) else theirs.bounces + 1
    theirs.bounced_on = on
    if theirs.bounces < ENDS_AT:
        theirs.save(update_fields=["bounces", "bounced_on"])
        return False
    Mailing.objects.filter(pk=mailing.pk).update(ended=F("ended") + 1)
    endings.note(theirs.email, on=on)
    mails.forget(theirs.email)
    theirs.delete()
    return True


def _was_reached(subscriber: Subscriber, *, before: date) -> bool:
    """A mailing after the last one that came back did not come back."""
    if subscriber.bounced_on is None:
        return False
    is_monthly = subscriber.rhythm == Subscriber.Rhythm.MONTHLY
    theirs = Mailing.objects.filter(letter__isnull=is_monthly)
    return theirs.filter(begun_on__gt=subscriber.bounced_on, begun_on__lt=before).exists()
