"""Whoever wrote a reply takes it back; the link in their mail is all they need."""

from datetime import date, timedelta

from django.db import transaction

from offramp.replies import threads
from offramp.replies.models import Reply
from offramp.replies.models.reply import new_key

# Nobody decided about it in so many days; an address is not kept for that.
UNREAD_FOR = timedelta(days=90)


def by_key(key: str) -> Reply | None:
    return Reply.objects.filter(key=key).exclude(text="").first()


def remove(*, key: str) -> None:
    """Gone at once, whatever became of it; a second time there is nothing left to do."""
    reply = Reply.objects.filter(key=key).first()
    if reply:
        erase(reply)


def erase_unread(*, on: date) -> int:
    """What waited in vain goes; says how many did."""
    begin = on - UNREAD_FOR
    unread = Reply.objects.filter(standing=Reply.Standing.WAITING, at__date__lt=begin, decisions=None)
    for reply in unread:
        erase(reply)
    return len(unread)


@transaction.atomic
def erase(reply: Reply) -> None:
    """Name, address and text go. Where others answered it, an empty place keeps their words together."""
    thread = threads.held(reply)
    if thread is None:
        return
    if reply.answers.exists():
        _empty(reply)
        return
    reply.delete()
    if reply.to_id and not thread.text and not thread.answers.exists():
        thread.delete()


def _empty(reply: Reply) -> None:
    """No key opens it any more, and it waits for no organizer."""
    for said_of_it in (reply.reports, reply.decisions):
        said_of_it.all().delete()
    Reply.objects.filter(pk=reply.pk).update(
        name="",
        email="",
        text="",
        key=new_key(),
        standing=Reply.Standing.REFUSED,
        marks=[],
        likelihood=None,
        changes=reply.changes + 1,
    )
