"""The one mail that a reply makes, once it is shown: before that, anybody's address may stand in it."""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from offramp import campaigns
from offramp.notices import queue
from offramp.replies.models import Reply

ABOUT = "reply"
# An organizer who pressed the wrong button takes it back meanwhile.
TIME_TO_UNDO = timedelta(minutes=10)


def that_it_is_shown(reply: Reply, *, on: date, not_before: datetime | None = None) -> None:
    """The link with which its owner reads and deletes it, once: it goes whatever else this address got."""
    if reply.is_by_campaign or reply.is_told:
        return
    with translation.override(reply.language):
        name = campaigns.current().neutral_name
        words = _(
            "Hello,\n\nWhat you wrote is on our page now:\n%(address)s\n\n"
            "With this link you can delete it whenever you like, together with your name and this address:\n"
            "%(link)s\n\n"
            "You wrote nothing to us? Then somebody else typed your address; the same link deletes it.\n\n"
            "%(name)s\n"
        )
        told = {"address": _absolute("reply", uuid=reply.pk), "link": _absolute("reply-mine", key=reply.key)}
        subject = _("What you wrote to %(name)s") % {"name": name}
        mail = {"to": reply.email, "subject": subject, "text": words % {**told, "name": name}}
        reply.is_told = queue.owe(**mail, about=ABOUT, on=on, not_before=not_before)
    reply.save(update_fields=["is_told"])


def call_back(reply: Reply) -> None:
    """What the mail says is not true any more; one that has not left yet never does."""
    if queue.forget(to=reply.email, about=ABOUT, key=reply.key, is_owed=True):
        # It may be gone by now, with its row.
        Reply.objects.filter(pk=reply.pk).update(is_told=False)


def _absolute(page: str, **of: object) -> str:
    return f"{settings.ORIGIN}{reverse(page, kwargs=of)}"
