"""The next useful step on the desk, in one sentence."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from offramp.documents.desks import Listed
from offramp.pairing.standing import Standing


def of(listed: list[Listed], find_standing: Callable[[], Standing]) -> str:
    """Where the case stands is asked only where it matters."""
    if any(one.suggestions for one in listed):
        return _("Somebody has read along and suggests something. You decide; nothing changes without you.")
    if any(one.comments for one in listed):
        return _("A comment waits for you. Answer when you have a quiet moment.")
    if not listed:
        return _(
            "Begin with your résumé, from an old one or from nothing. "
            "Or with a note: what you can do, what worries you. It may be rough."
        )
    standing = find_standing()
    return _with_adviser(listed, standing) if standing.has_adviser else _alone(standing)


def _alone(standing: Standing) -> str:
    if standing.must_decide:
        return _("Nobody but you can open anything here. You can go on writing.")
    return _("You can go on writing. Once you have an adviser, you can show them what you choose.")


def _with_adviser(listed: list[Listed], standing: Standing) -> str:
    name = standing.pairing.adviser.name if standing.pairing else ""
    shared = [one for one in listed if one.document.reader]
    if not shared:
        return _("%(name)s cannot open anything here. If you want their eyes on something, share it.") % {
            "name": name
        }
    if all(one.is_reviewed for one in shared):
        return _("Nothing waits for you. %(name)s has read everything you share.") % {"name": name}
    return _("There is nothing you need to do. %(name)s reads what you share when they come by.") % {
        "name": name
    }
