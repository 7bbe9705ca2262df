"""How likely a reply is spam, by what organizers decided about others; nothing leaves this machine for it.

Nothing is thrown away by what is said here: a reply that looks like spam waits for an organizer.
"""

from offramp.replies.judging.learning import learn, likelihood, unlearn
from offramp.replies.judging.weighing import is_likely

__all__ = ["is_likely", "learn", "likelihood", "unlearn"]
