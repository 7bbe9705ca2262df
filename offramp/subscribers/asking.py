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
    # Under a lock, so that it neither says yes nor ends between two lines of this.
    held = Subscriber.objects.select_for_update()
    subscriber, is_new = held.get_or_create(email=email, defaults=wishes | {"asked_on": on})
    if not is_new:
        Subscriber.objects.filter(pk=subscriber.pk, confirmed_on=None).update(**wishes)
        subscriber.refresh_from_db()
    if subscriber.confirmed_on:
        mails.send_own_page(subscriber, on=on)
    elif mails.send_question(subscriber, on=on):
        # As long as each mail says that its link holds.
        Subscriber.objects.filter(pk=subscriber.pk).update(asked_on=on)


def erase_old(*, on: date) -> int:
    """Forget those who never answered."""
    old = Subscriber.objects.filter(confirmed_on=None, asked_on__lt=on - PATIENCE)
    return old.delete()[0]
