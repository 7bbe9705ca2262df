"""An organizer answers a reply where everybody reads it, in the campaign's name."""

from datetime import datetime

from django.db import transaction

from offramp.people.models import Member
from offramp.replies import threads
from offramp.replies.models import Decision, Reply
from offramp.replies.models.reply import LONGEST_NAME

Standing = Reply.Standing


class NotShown(Exception):
    """Below a reply that nobody sees, nobody would see the answer."""


@transaction.atomic
def answer(*, reply: Reply, text: str, name: str, by: Member, now: datetime) -> Reply:
    """It is shown at once, beneath the first reply of its thread. Raises NotShown."""
    thread = threads.held(reply)
    answered = Reply.objects.filter(pk=reply.pk, standing=Standing.SHOWN).first()
    if thread is None or answered is None or thread.standing != Standing.SHOWN:
        raise NotShown
    said = Reply.objects.create(
        letter=thread.letter,
        to=thread,
        towards=answered if answered.to_id else None,
        language=answered.language,
        name=name[:LONGEST_NAME],
        text=text,
        at=now,
        standing=Standing.SHOWN,
        changes=1,
    )
    Decision.objects.create(
        reply=said, number=1, before=Standing.WAITING, after=Standing.SHOWN, by=by, on=now.date()
    )
    return said
