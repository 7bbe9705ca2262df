"""Replies, what was decided about them, and what was learned from it."""

from offramp.replies.models.learned import Learned
from offramp.replies.models.reply import Decision, Reply, Report, Rule

__all__ = ["Decision", "Learned", "Reply", "Report", "Rule"]
