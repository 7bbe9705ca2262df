"""The one way in: a stranger's bytes are handed to a confined child, and come back clean or not at all."""

import signal

from offramp.files import answers, confinement, limits
from offramp.files.answers import Cleaned
from offramp.files.exchange import TooMuchSaid, exchange
from offramp.files.refusals import Broken, Empty, NotConfined, NotTaken, TookTooLong, TooLarge, TooMuchInside

# How bubblewrap passes on that its child was ended by a signal.
ENDED: dict[int, type[NotTaken]] = {
    128 + signal.SIGXCPU: TookTooLong,
    128 + signal.SIGKILL: TooMuchInside,
}


def examine(content: bytes) -> Cleaned:
    """Clean one file and make its safe view; its name plays no part. Raises NotTaken, by its kinds."""
    answer, ended = asked(content, (), most=answers.MOST)
    try:
        return answers.read(answer)
    except Broken:
        raise ENDED.get(ended, Broken) from None


def asked(
    content: bytes, question: tuple[str, ...], *, most: int, is_confined: bool = True
) -> tuple[bytes, int]:
    """Return what the child answers, and how it ended.

    Raises Empty, TooLarge, NotConfined, TookTooLong, Broken.
    """
    if not content:
        raise Empty
    if len(content) > limits.LARGEST_FILE:
        raise TooLarge
    try:
        command = confinement.command(*question) if is_confined else confinement.bare_command(*question)
    except LookupError:
        raise NotConfined from None
    try:
        return exchange(command, content, most=most, seconds=limits.SECONDS)
    except TooMuchSaid:
        raise Broken from None
