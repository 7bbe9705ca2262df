"""A letter by mail: asked for once, and a proof for one's own eyes."""

from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.http import HttpResponse
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from offramp.campaigns import markdown
from offramp.letters.models import Letter, Text
from offramp.notices.actions import address_of
from offramp.notices.addresses import masked
from offramp.people.models import Member
from offramp.subscribers import mailings, proofs, standing
from offramp.subscribers.standing import Standing
from offramp.web import pace, told
from offramp.web.context import in_language
from offramp.web.doors import MemberRequest, for_front_desk, posted_from
from offramp.web.subscription.forms import languages
from offramp.web.writing import mine
from offramp.web.writing.remarks import remarks


def section(letter: Letter, member: Member) -> dict[str, Any]:
    """What the letter's page says of it."""
    now, own = timezone.now(), address_of(member)
    by_mail = standing.of(letter, at=now)
    found = _warnings(letter, member) if by_mail.may_be_asked else []
    looked_at = {"warnings": found, "untranslated": _untranslated(by_mail)}
    return {"by_mail": by_mail, "own_address": masked(own.email) if own else "", **looked_at}


@posted_from("writing-letter")
@for_front_desk
def create(request: MemberRequest, uuid: UUID) -> HttpResponse:
    letter, now = mine.letter_of(request, uuid), timezone.now()
    if "sure" not in request.POST:
        return told.redirect("writing-letter", told="mailing-unsure", uuid=uuid)
    try:
        mailings.ask(letter=letter, by=request.keyholder.member, on=now.date())
    except (mailings.AlreadyAsked, mailings.IsWithdrawn):
        return told.redirect("writing-letter", told="letter-stood-otherwise", uuid=uuid)
    return told.redirect("writing-letter", told="mailing-asked", uuid=uuid)


@posted_from("writing-letter")
@for_front_desk
def prove(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """To the address of one's own daily mail alone: nobody else is mailed by pressing a button."""
    letter, member = mine.letter_of(request, uuid), request.keyholder.member
    if not pace.may_write(member):
        return told.redirect("writing-letter", told="often", uuid=uuid)
    language, today = str(get_language()), timezone.now().date()
    try:
        proofs.ask(letter=letter, by=member, language=language, on=today)
    except proofs.NoAddress:
        return told.redirect("writing-letter", told="proof-nowhere", uuid=uuid)
    return told.redirect("writing-letter", told="proof-asked", uuid=uuid)


def _untranslated(by_mail: Standing) -> list[tuple[str, int]]:
    """Languages that subscribers read and the letter does not speak, by name."""
    names = dict(languages())
    counted = by_mail.untranslated() if by_mail.may_be_asked else {}
    return [(names.get(language, language), count) for language, count in counted.items()]


def _warnings(letter: Letter, member: Member) -> list[str]:
    """What a proof does not show by itself; links to other sites are opened by nobody here."""
    found: dict[str, None] = {}
    for text in letter.texts.all():
        found |= dict.fromkeys([*remarks(text.body, for_member=member), *_not_public(text)])
    return list(found)


def _not_public(text: Text) -> list[str]:
    """Organizers can open letters that nobody else can; their links look well to them alone."""
    slugs = {href: _slug(href) for href in markdown.links(text.body)}
    public = Letter.objects.for_readers(at=timezone.now()).filter(slug__in=filter(None, slugs.values()))
    known = {letter.slug for letter in public} | {text.letter.slug}
    words = _("The link to “%(link)s” leads to a letter that nobody can read yet.")
    return [words % {"link": href} for href, slug in slugs.items() if slug and slug not in known]


def _slug(href: str) -> str:
    if not href.startswith("/") or href.startswith("//"):
        return ""
    try:
        found = resolve(in_language(get_language() or "en", urlsplit(href).path))
    except (Resolver404, ValueError):
        return ""
    return str(found.kwargs["slug"]) if found.url_name == "letter" else ""
