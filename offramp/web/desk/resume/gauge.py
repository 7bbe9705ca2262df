"""How long a résumé is, and what those who read it expect."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from offramp.web.desk.resume.previews import Laid

MOST_PAGES = 2


@dataclass(frozen=True)
class Gauge:
    """In words; a warning where it would cost a reader."""

    length: str
    expected: str
    is_too_long: bool


def of(laid: Laid, purpose: str) -> Gauge:
    if laid.is_too_long:
        return Gauge(_("Far too long for anybody to read."), expected(purpose), is_too_long=True)
    return Gauge(length(laid), expected(purpose), laid.count > MOST_PAGES)


def length(laid: Laid) -> str:
    """ "About 1½ pages"."""
    if not laid.count:
        return _("Its length cannot be told just now.")
    whole = laid.count - 1
    if 0.3 <= laid.fill < 0.7:
        if not whole:
            return _("About half a page.")
        return _("About %(whole)s½ pages.") % {"whole": whole}
    if laid.fill < 0.3:
        if not whole:
            return _("A few lines.")
        return ngettext(
            "%(whole)s page and a few lines: say those shorter, and it fits on %(whole)s page.",
            "%(whole)s pages and a few lines: say those shorter, and it fits on %(whole)s pages.",
            whole,
        ) % {"whole": whole}
    return ngettext("About %(pages)s page.", "About %(pages)s pages.", laid.count) % {"pages": laid.count}


def expected(purpose: str) -> str:
    if purpose == "federal":
        return _("USAJOBS takes 2 pages at most since 27 September 2025, and refuses a longer file.")
    return _("Private employers expect 1 to 2 pages. What stands on a third is rarely read.")
