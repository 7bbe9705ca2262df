"""What a preview says of a letter besides how it looks: links that lead nowhere, and what is left out."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from offramp.campaigns import markdown
from offramp.letters.models import Letter
from offramp.people.models import Member
from offramp.web.context import in_language

NEVER_A_LINK = re.compile(r"\]\(\s*(?:<\s*)?((?:javascript|vbscript|file|data):)", re.IGNORECASE)
MOST = 20
DEEPEST = 18  # beyond it the reader of Markdown leaves things out


def remarks(body: str, *, for_member: Member) -> list[str]:
    """A sentence each, none twice."""
    found = dict.fromkeys((*_links(body, for_member), *_left_out(body)))
    return list(found)[:MOST]


def _links(body: str, member: Member) -> Iterator[str]:
    for href in markdown.links(body):
        if href.startswith("/") and not href.startswith("//"):
            if not _leads_somewhere(href, member):
                yield _("The link to “%(link)s” leads to no page of ours.") % {"link": href}
        elif not _is_whole(href):
            yield _(
                "The link to “%(link)s” will not work: write a whole address with https://, or one of "
                "ours that begins with /."
            ) % {"link": href}
    for scheme in NEVER_A_LINK.findall(body):
        yield _("What begins with “%(scheme)s” is never made into a link.") % {"scheme": scheme}


def _leads_somewhere(href: str, member: Member) -> bool:
    try:
        # Addresses of other languages are only known by the name they have in this one.
        found = resolve(in_language(get_language() or "en", urlsplit(href).path))
    except (Resolver404, ValueError):
        return False
    if found.url_name != "letter":
        return True
    return Letter.objects.for_organizer(member).filter(slug=found.kwargs["slug"]).exists()


def _is_whole(href: str) -> bool:
    try:
        parts = urlsplit(href)
    except ValueError:
        return False
    if parts.scheme == "https":
        return bool(parts.hostname and "." in parts.hostname)
    return parts.scheme in markdown.SCHEMES and bool(parts.path)


def _left_out(body: str) -> Iterator[str]:
    for token in markdown.tokens(body):
        if token.type == "image":
            yield _("Pictures inside the text are left out. A letter has one picture, above it.")
        elif token.type == "heading_open" and token.tag not in markdown.TEXT:
            yield _("Headings begin with ## or ###; others are shown as plain text.")
        elif token.level > DEEPEST:
            yield _("Quotes or lists lie so deep in one another that part of them is not shown.")
        elif token.type in ("fence", "code_block", "code_inline"):
            yield _("Four spaces at the beginning of a line make program text; it is shown like any other.")
