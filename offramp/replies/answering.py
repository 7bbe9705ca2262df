"""An organizer answers a reply where everybody reads it, in the campaign's name."""

from datetime import datetime

from django.db import transaction

from offramp.people.models import Member
from offramp.replies.models import Decision, Reply
from offramp.replies.models.reply import LONGEST_NAME

Standing = Reply.Standing


class NotShown(Exception):
    """Below a reply that nobody sees, nobody would see the answer."""


@transaction.atomic
def answer(*, reply: Reply, text: str, name: str, by: Member, now: datetime) -> Reply:
    """It is shown at once, beneath the first reply of its thread. Raises NotShown."""
    answered = Reply.objects.select_for_update().get(pk=reply.to_id or reply.pk)
    if answered.standing != Standing.SHOWN or reply.standing != Standing.SHOWN:
        raise NotShown
    said = Reply.objects.create(
        letter=answered.letter,
        to=answered,
        towards=reply if reply.to_id else None,
        language=reply.language,
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
