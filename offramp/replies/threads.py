"""A thread changes as one: whoever answers in it, or takes something out of it, holds its first reply."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models.functions import Coalesce

from offramp.replies.models import Reply


def held(reply: Reply) -> Reply | None:
    """The first reply of a thread, which nobody else changes until this transaction ends; None if it went."""
    return Reply.objects.select_for_update().filter(pk=reply.to_id or reply.pk).first()


def hold(replies: Iterable[UUID]) -> None:
    """The threads of all of these, in one order: before any of them, so that nobody waits crosswise."""
    firsts = Reply.objects.filter(pk__in=replies).values_list(Coalesce("to", "pk"), flat=True)
    locked = Reply.objects.select_for_update().filter(pk__in=set(firsts)).order_by("pk")
    list(locked.values_list("pk", flat=True))
