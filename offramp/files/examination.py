"""The one way in: a stranger's bytes are handed to a confined child, and come back clean or not at all."""

import signal

from offramp.files import answers, confinement, limits
from offramp.files.answers import Cleaned
from offramp.files.exchange import TooMuchSaid, exchange
from offramp.files.refusals import Broken, Empty, NotConfined, NotTaken, TookTooLong, TooLarge, TooMuchInside

# How bubblewrap passes on that its child was ended by a signal.
_ENDED: dict[int, type[NotTaken]] = {
    128 + signal.SIGXCPU: TookTooLong,
    128 + signal.SIGKILL: TooMuchInside,
}


def examine(content: bytes) -> Cleaned:
    """Clean one file and make its safe view; its name plays no part. Raises NotTaken, by its kinds."""
    if not content:
        raise Empty
    if len(content) > limits.LARGEST_FILE:
        raise TooLarge
    try:
        command = confinement.command()
    except LookupError:
        raise NotConfined from None
    try:
        answer, ended = exchange(command, content, most=answers.MOST, seconds=limits.SECONDS)
    except TooMuchSaid:
        raise Broken from None
    try:
        return answers.read(answer)
    except Broken:
        raise _ENDED.get(ended, Broken) from None
