"""Why an adviser stands where they stand in the ranking, in words."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from offramp.pairing.cards import Asked
from offramp.pairing.ranking import Ranked
from offramp.web.card_words import labels


def reasons(one: Ranked, asked: Asked) -> list[str]:
    """What speaks for asking, and what to know before."""
    return [*_help(one, asked), *_for(one), *_load(one)]


def obstacles(one: Ranked) -> list[str]:
    """Why this adviser cannot be asked; a red line comes first."""
    found = [_("Red line: %(line)s") % {"line": line} for line in labels("red-line", one.crossed)]
    if not one.shares_language:
        found.append(_("Shares none of their languages"))
    if one.is_away:
        found.append(_("Is away just now"))
    if one.is_full:
        found.append(_("Has no room for another person"))
    return found


def _help(one: Ranked, asked: Asked) -> Iterator[str]:
    """Where nothing was ticked there is nothing to answer, and nobody to blame for it."""
    helps = labels("help", one.helps_with)
    if helps:
        yield _("Helps with: %(helps)s") % {"helps": ", ".join(helps)}
    elif asked.help:
        yield _("Named no skill that answers what would help")


def _for(one: Ranked) -> Iterator[str]:
    for wish in labels("wish", one.wishes_met):
        yield _("Meets the wish: %(wish)s") % {"wish": wish}
    if one.shares_region:
        yield _("Lives in the same region")
    if one.was_asked:
        yield _("Was asked or paired about this person before")


def _load(one: Ranked) -> Iterator[str]:
    yield _("Advises %(load)d of at most %(capacity)d people") % {"load": one.load, "capacity": one.capacity}
    if one.offered:
        words = ngettext("Has %(count)d offer to answer", "Has %(count)d offers to answer", one.offered)
        yield words % {"count": one.offered}
