"""The second question to the child: not a clean file, but the lines of one, with their places."""

from dataclasses import dataclass

from offramp.files import examination, limits, questions, runs
from offramp.files.frames import NotFrames, Tag, unframed
from offramp.files.kinds import Kind
from offramp.files.refusals import SAID_BY_THE_CHILD, Broken, NotConfined
from offramp.files.runs import Run

# A run is framed in fifty bytes at most, whatever it says.
MOST = 4 * limits.LONGEST_TEXT + 50 * limits.MOST_RUNS + limits.MIB


@dataclass(frozen=True)
class Told:
    """What stands in a file: its kind and its runs, in the order in which the file has them."""

    kind: Kind
    runs: tuple[Run, ...]
    # A very long text ends early.
    is_whole: bool


def lines(content: bytes, *, is_confined: bool = True) -> Told:
    """Return the lines of a file. Raises NotTaken, by its kinds.

    Outside the cell only for whoever reads a file of their own on a machine of their own: the child has then
    limits of memory and time, and nothing else around it.
    """
    where = questions.CONFINED if is_confined else questions.UNCONFINED
    reader = ("-m", "offramp.files.confined", questions.LINES, where)
    answer, ended = examination.asked(content, reader, most=MOST, is_confined=is_confined)
    try:
        return read(answer, first=Tag.CONFINED if is_confined else Tag.LIMITED)
    except Broken:
        raise examination.ENDED.get(ended, Broken) from None


def read(answer: bytes, *, first: Tag = Tag.CONFINED) -> Told:
    """Return what an answer tells. Raises the refusal it names, NotConfined, Broken."""
    try:
        return _read(answer, first)
    except (NotFrames, ValueError, LookupError):
        raise Broken from None


def _read(answer: bytes, first: Tag) -> Told:
    frames = unframed(answer, most=limits.MOST_RUNS + 10)
    if next(frames, None) != (first, b""):
        raise NotConfined
    said: dict[Tag, list[bytes]] = {tag: [] for tag in Tag}
    for tag, payload in frames:
        said[tag].append(payload)
    if said[Tag.REFUSED]:
        raise SAID_BY_THE_CHILD[said[Tag.REFUSED][0].decode("ascii")]
    # One of each, and the last word said; otherwise it died on the way, or pretends.
    (kind,), (_end,) = said[Tag.KIND], said[Tag.END]
    told = said[Tag.RUN]
    if len(told) > limits.MOST_RUNS:
        raise Broken
    read = tuple(runs.unpacked(payload) for payload in told)
    if sum(len(run.text) for run in read) > limits.LONGEST_TEXT:
        raise Broken
    return Told(Kind(kind.decode("ascii")), read, is_whole=not said[Tag.SHORTENED])
