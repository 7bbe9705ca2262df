"""A thread changes as one: whoever answers in it, or takes something out of it, holds its first reply."""

from offramp.replies.models import Reply


def held(reply: Reply) -> Reply | None:
    """The first reply of a thread, which nobody else changes until this transaction ends; None if it went."""
    return Reply.objects.select_for_update().filter(pk=reply.to_id or reply.pk).first()
