"""Why a line of a list stays out, in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from offramp.subscribers.files import Line, Trouble

SENTENCES: dict[str, Promise] = {
    Trouble.TOO_LONG: _("longer than any line of a list"),
    Trouble.NO_ADDRESS: _("no address in it"),
    Trouble.TWO: _("more than one address; give each a line of its own"),
    Trouble.LIKE_ANOTHER: _("letters in the address that look like others"),
    Trouble.NO_DAY: _("the day must look like 2026-11-22, and not be one to come"),
    Trouble.WHICH_MONTH: _("day or month first? please write it like 2026-11-22"),
    Trouble.NO_RHYTHM: _("the rhythm is neither each nor monthly"),
    Trouble.ENDED: _("the file says that they ended it"),
}


def in_words(line: Line) -> str:
    return str(SENTENCES[line.trouble])
