"""A form sent through the proxy and back: an empty one, which the site gives back and keeps nothing of."""

from collections.abc import Iterator
from functools import partial

from offramp.upkeep.doctor import mends
from offramp.upkeep.doctor.finding import Checks, Finding, broken, good
from offramp.upkeep.doctor.outside.visitor import Answer, Visitor, encoded

WHY = "Nobody can send a message, and the text they wrote may be lost."
TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - the field's name
# While no new messages are taken, the other form that is always there.
FORMS = {"/help/": ("draft", "text"), "/return/": ("code",)}


def checks(visitor: Visitor) -> Checks:
    return {"form.post": partial(post, visitor)}


def post(visitor: Visitor) -> Iterator[Finding]:
    path, page = shown(visitor)
    answer = visitor.ask(path, body=encoded(**fields(path, page)), headers=sent_with(visitor, path, page))
    # The site answers an empty form with the same page, and one mistake marked in it.
    if answer.status == 200 and answer.title == page.title and 'aria-invalid="true"' in answer.text:
        yield good(f"An empty form sent to {path} comes back with a kind word, and nothing was kept.")
        return
    stale = answer.status in (403, 409)
    yield broken(
        f"A form sent to {path} is answered with {answer.status} instead of itself.",
        why=WHY,
        mend=f"The proxy must pass Host and Origin on and set X-Forwarded-Proto. {mends.PROXY}"
        if stale
        else mends.LOG,
    )


def shown(visitor: Visitor) -> tuple[str, Answer]:
    """The first form that is open now, and its page."""
    for path in FORMS:
        page = visitor.ask(path)
        if page.field(TOKEN):
            return path, page
    raise ConnectionError("no page shows its form")


def fields(path: str, page: Answer) -> dict[str, str]:
    """Everything empty but what the page itself filled in."""
    return {TOKEN: page.field(TOKEN)} | {name: page.field(name) for name in FORMS[path]}


def sent_with(visitor: Visitor, path: str, page: Answer) -> dict[str, str]:
    """What a browser tells besides, having the page open."""
    cookie = page.first("set-cookie").partition(";")[0]
    return {"Cookie": cookie, "Referer": visitor.origin + path}
