"""The words on a page, for its eyes and for its ears, that are in no language but ours."""

import re
from collections.abc import Iterator

from lxml import html
from lxml.html import HtmlElement

SEEN_OR_HEARD = (
    "alt",
    "aria-label",
    "aria-description",
    "content",
    "data-label",
    "label",
    "placeholder",
    "title",
)
UNSPOKEN = ("script", "style", "textarea", "template")
# Code words are English in every language: in the lists that show them.
CODE = "words"
ADDRESS = re.compile(r"https?://\S+|[\w.+-]+@[\w.-]+\.\w+|\b[0-9a-f]{8}-[0-9a-f-]{27}\b")
OURS = re.compile(r"[A-Za-z]")


def leftovers(page: str, *, language: str, allowed: re.Pattern[str]) -> set[str]:
    """All that holds a letter of ours, once what is allowed to stand there is taken away."""
    root = html.fromstring(page)
    assert root.get("lang") == language, root.get("lang")
    return {
        " ".join(said.split())
        for said in _said(root, language)
        if OURS.search(allowed.sub(" ", ADDRESS.sub(" ", said)))
    }


def _said(element: HtmlElement, language: str) -> Iterator[str]:
    """A part that names another language is in that one; what people wrote is theirs (dir="auto")."""
    if not isinstance(element.tag, str) or element.tag in UNSPOKEN:
        return
    is_foreign = element.get("lang", language) != language or element.get("dir") == "auto"
    if is_foreign or CODE in (element.get("class") or "").split():
        return
    for name in SEEN_OR_HEARD:
        if name != "content" or element.get("name") == "description":
            yield element.get(name) or ""
    yield element.text or ""
    for child in element:
        yield from _said(child, language)
        yield child.tail or ""
