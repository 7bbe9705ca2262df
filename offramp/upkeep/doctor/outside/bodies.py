"""How much may be sent at once: a long text arrives, and far too much gets our own page."""

from collections.abc import Iterator
from functools import partial

from offramp.upkeep.doctor import mends
from offramp.upkeep.doctor.finding import Checks, Finding, advice, broken, good
from offramp.upkeep.doctor.outside import form
from offramp.upkeep.doctor.outside.visitor import Answer, Visitor, encoded

PASSES, REFUSED = 150_000, 300_000  # bytes, on both sides of the site's own limit


def checks(visitor: Visitor) -> Checks:
    return {"bodies.long": partial(long, visitor), "bodies.too-long": partial(too_long, visitor)}


def long(visitor: Visitor) -> Iterator[Finding]:
    path, page = form.shown(visitor)
    answer = visitor.ask(path, body=filled(path, page, PASSES), headers=form.sent_with(visitor, path, page))
    if answer.status in (200, 400) and answer.title == page.title:
        yield good(f"A form of {PASSES // 1000} kB arrives.")
        return
    yield broken(
        f"A form of {PASSES // 1000} kB is answered with {answer.status} on its way.",
        why="Who writes a long text loses it.",
        mend=mends.PROXY,
    )


def too_long(visitor: Visitor) -> Iterator[Finding]:
    path, page = form.shown(visitor)
    body, headers = filled(path, page, REFUSED), form.sent_with(visitor, path, page)
    ours = visitor.ask_at_home(path, body=body, headers=headers)
    try:
        heard = visitor.ask(path, body=body, headers=headers)
    except ConnectionError:  # cut off in the middle of what it did not want to hear
        heard = Answer(0, [], b"")
    if (heard.status, heard.title) == (ours.status, ours.title):
        yield good(f"A form of {REFUSED // 1000} kB is refused with a page of ours.")
        return
    yield advice(
        f"A form of {REFUSED // 1000} kB is not refused by the site itself, but on the way "
        f"({heard.status or 'the line is cut'}).",
        why="People see a page that is not ours and does not say what to do.",
        mend=mends.PROXY,
    )


def filled(path: str, page: Answer, length: int) -> bytes:
    """Longer than any text may be, so that nothing of it is kept."""
    fields = form.fields(path, page)
    return encoded(**fields | {list(fields)[-1]: "x" * length})
