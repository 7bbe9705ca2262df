"""Replies, what was decided about them, and what was learned from it."""

from offramp.replies.models.learned import Learned
from offramp.replies.models.removal import Removal
from offramp.replies.models.reply import Decision, Reply, Report, Rule

__all__ = ["Decision", "Learned", "Removal", "Reply", "Report", "Rule"]
