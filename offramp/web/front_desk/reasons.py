"""Why an adviser stands where they stand in the ranking, in words."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from offramp.pairing.ranking import Ranked
from offramp.web.card_words import labels


def reasons(one: Ranked) -> list[str]:
    """What speaks for asking, and what to know before."""
    return [*_for(one), *_load(one)]


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


def _for(one: Ranked) -> Iterator[str]:
    helps = labels("help", one.helps_with)
    yield (
        _("Helps with: %(helps)s") % {"helps": ", ".join(helps)}
        if helps
        else _("Named no skill that answers what would help")
    )
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
