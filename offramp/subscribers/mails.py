"""The single mails about a subscription: one question, or the way to one's own page.

They say nothing of what the letters are about: others may see a subject, or read along.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from offramp import campaigns
from offramp.notices import queue
from offramp.notices.models import Outgoing
from offramp.subscribers.models import Subscriber

ABOUT = "subscription"


def send_question(subscriber: Subscriber, *, on: date) -> bool:
    """False: nothing goes, as this address got its share of mails."""
    with in_their_language(subscriber):
        return _put(
            subscriber,
            on,
            _(
                "Hello,\n\nSomebody typed your address on our site, to get our letters by mail. If it was "
                "you, open this page and press the button there:\n%(link)s\n\n"
                "If it was not you, do nothing: no more mail comes, and in three days your address is "
                "forgotten.\n\n%(name)s\n"
            ),
        )


def send_own_page(subscriber: Subscriber, *, on: date) -> None:
    with in_their_language(subscriber):
        _put(
            subscriber,
            on,
            _(
                "Hello,\n\nSomebody typed your address on our site, which gets our letters by mail already. "
                "Nothing changed. On this page you see what we keep, change how often we write, or end "
                "it:\n%(link)s\n\nIf it was not you who typed it, there is nothing to do.\n\n%(name)s\n"
            ),
        )


def ask_brought(subscribers: Iterable[Subscriber], *, on: date) -> None:
    """Organizers brought their addresses in, and nobody can say since when they want this.

    Written at once, past the daily share of an address: each of them is new here and gets this one mail.
    """
    Outgoing.objects.bulk_create(_question_to_brought(subscriber, on) for subscriber in subscribers)


def _question_to_brought(subscriber: Subscriber, on: date) -> Outgoing:
    with in_their_language(subscriber):
        told = _told(subscriber)
        text = _(
            "Hello,\n\nYour address stands on an older list of people who wanted our letters by mail. We "
            "ask before we write: if you still want them, open this page and press the button "
            "there:\n%(link)s\n\nIf not, do nothing: no more mail comes, and in three days your address "
            "is forgotten.\n\n%(name)s\n"
        )
        subject = _("Your link from %(name)s") % told
    return Outgoing(to=subscriber.email, subject=subject, text=text % told, about=ABOUT, on=on)


def forget(email: str) -> None:
    """What was still to go to an address that is erased."""
    queue.forget(to=email, about=ABOUT)


def own_page(subscriber: Subscriber) -> str:
    """The address of their own page, in the language that is spoken just now."""
    return settings.ORIGIN + reverse("subscription-mine", kwargs={"key": subscriber.key})


@contextmanager
def in_their_language(subscriber: Subscriber) -> Iterator[None]:
    """Or in the first one, where the campaign does not speak theirs any more."""
    spoken = {code for code, _name in settings.LANGUAGES}
    language = subscriber.language if subscriber.language in spoken else settings.LANGUAGE_CODE
    with translation.override(language):
        yield


def _put(subscriber: Subscriber, on: date, text: str) -> bool:
    told = _told(subscriber)
    subject = _("Your link from %(name)s") % told
    return queue.put(to=subscriber.email, subject=subject, text=text % told, about=ABOUT, on=on)


def _told(subscriber: Subscriber) -> dict[str, str]:
    return {"link": own_page(subscriber), "name": campaigns.current().neutral_name}
