"""Somebody asks for the letters by mail. Whoever typed the address sees the same, whatever we know of it."""

from datetime import date, timedelta

from django.db import transaction

from offramp.subscribers import mails
from offramp.subscribers.models import Subscriber

# Whoever does not answer the one question by then is forgotten.
PATIENCE = timedelta(days=3)


@transaction.atomic
def ask(*, email: str, language: str, rhythm: str, on: date) -> None:
    """Keep the wish and ask the address, once, whether it is its own. The page tells nobody which mail went.

    One that said yes before is changed by nobody who merely types it: it gets the way to its own page.
    """
    wishes = {"language": language, "rhythm": rhythm}
    subscriber, is_new = Subscriber.objects.get_or_create(email=email, defaults=wishes | {"asked_on": on})
    if subscriber.confirmed_on:
        mails.send_own_page(subscriber, on=on)
        return
    if not is_new:
        Subscriber.objects.filter(pk=subscriber.pk).update(**wishes, asked_on=on)
        subscriber.refresh_from_db()
    mails.send_question(subscriber, on=on)


def erase_old(*, on: date) -> int:
    """Forget those who never answered."""
    old = Subscriber.objects.filter(confirmed_on=None, asked_on__lt=on - PATIENCE)
    return old.delete()[0]
