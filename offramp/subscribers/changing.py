"""What somebody does with their own subscription, by the key in their mails."""

from datetime import date

from django.db import transaction

from offramp.subscribers import endings, mails
from offramp.subscribers.models import Subscriber


@transaction.atomic
def confirm(*, key: str, on: date) -> bool:
    """It is theirs, and the letters may come; also after mails that came back. False: no such key.

    Whoever confirms again keeps the day of the first time.
    """
    theirs = Subscriber.objects.for_key(key)
    if not (subscriber := theirs.select_for_update().first()):
        return False
    theirs.update(confirmed_on=subscriber.confirmed_on or on, bounces=0, bounced_on=None)
    endings.forget(subscriber.email)
    return True


def change(*, key: str, language: str, rhythm: str) -> bool:
    """False: no such key."""
    return Subscriber.objects.for_key(key).update(language=language, rhythm=rhythm) == 1


@transaction.atomic
def end(*, key: str, on: date) -> None:
    """Everything we kept is gone, and so is each mail that was still to go; ended twice is ended."""
    for subscriber in Subscriber.objects.for_key(key).select_for_update():
        endings.note(subscriber.email, on=on)
        mails.forget(subscriber.email)
        subscriber.delete()


def kept_of(subscriber: Subscriber) -> dict[str, str | int | None]:
    """All that stands in their row, for taking along; the key is in the address of the page itself."""
    days = {
        name: day.isoformat() if day else None
        for name, day in (
            ("asked_on", subscriber.asked_on),
            ("confirmed_on", subscriber.confirmed_on),
            ("last_mail_came_back_on", subscriber.bounced_on),
        )
    }
    return {
        "email": subscriber.email,
        "language": subscriber.language,
        "rhythm": subscriber.rhythm,
        **days,
        "came_by_a_list": subscriber.was_brought,
        "mails_that_came_back": subscriber.bounces,
    }
