"""Markdown that campaigns and organizers write, as HTML that can do nothing but be read."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

import nh3
from django.utils.safestring import SafeString
from markdown_it import MarkdownIt
from markdown_it.token import Token

MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")
TEXT = {"h2", "h3", "p", "ul", "ol", "li", "strong", "em", "a", "blockquote", "br", "hr"}
TABLE = {"table", "thead", "tbody", "tr", "th", "td"}
SCHEMES = {"https", "mailto", "tel", "sms"}
# What is cleaned is written in one way only, and a "<" in its words is never a bare one.
LINK_HERE = re.compile(r'<a href="(?=/(?!/))')


def html(text: str) -> SafeString:
    return _cleaned(MARKDOWN.render(text))


@lru_cache(maxsize=128)
def halves(text: str, *, words: int) -> tuple[SafeString, SafeString]:
    """The beginning in whole paragraphs, at least so many words if there are, and the rest."""
    env: dict[str, Any] = {}
    tokens = MARKDOWN.parse(text, env)
    at = end_of_opening(tokens, words)
    parts = (tokens[:at], tokens[at:])
    first, rest = (MARKDOWN.renderer.render(part, MARKDOWN.options, env) for part in parts)
    return _cleaned(first), _cleaned(rest)


def for_elsewhere(cleaned: SafeString, *, origin: str) -> SafeString:
    """For those who read it in another place than on our pages: links to them are whole addresses."""
    return SafeString(LINK_HERE.sub(f'<a href="{origin}', cleaned))


def plain(text: str) -> str:
    """What it says, without the signs."""
    return "\n\n".join(_said(token) for token in MARKDOWN.parse(text) if token.type == "inline")


def links(text: str) -> list[str]:
    """Where its links lead, as they are written."""
    return [str(token.attrGet("href")) for token in tokens(text) if token.type == "link_open"]


def tokens(text: str) -> Iterator[Token]:
    """Everything that it is made of, for whoever looks for what will not be shown."""
    for token in MARKDOWN.parse(text):
        yield token
        yield from token.children or ()


def end_of_opening(tokens: Sequence[Token], words: int) -> int:
    read = 0
    for at, token in enumerate(tokens, 1):
        read += len(token.content.split()) if token.type == "inline" else 0
        # Behind a heading nobody stops reading.
        if read >= words and token.type == "paragraph_close" and token.level == 0:
            return at
    return len(tokens)


def _said(inline: Token) -> str:
    return "".join(child.content or " " * child.type.endswith("break") for child in inline.children or ())


def _cleaned(rendered: str) -> SafeString:
    cleaned = nh3.clean(
        rendered,
        tags=TEXT | TABLE,
        attributes={"a": {"href"}},
        url_schemes=SCHEMES,
        link_rel="noreferrer noopener",
    )
    return SafeString(cleaned)
