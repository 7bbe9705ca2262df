"""What stands below a letter: how many thoughts, the first of them, and whether more may come."""

from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from offramp.letters.models import Letter
from offramp.replies import rules, showing
from offramp.replies.rules import Way
from offramp.replies.showing import Page

# From thirteen on, figures read better.
IN_WORDS: dict[int, Promise] = {
    2: _("Two"),
    3: _("Three"),
    4: _("Four"),
    5: _("Five"),
    6: _("Six"),
    7: _("Seven"),
    8: _("Eight"),
    9: _("Nine"),
    10: _("Ten"),
    11: _("Eleven"),
    12: _("Twelve"),
}


@dataclass(frozen=True)
class Below:
    count: int
    is_open: bool  # for more of them, unless everything ends
    page: Page
    number: int  # of the page

    @property
    def count_in_words(self) -> str:
        return in_words(self.count)

    @property
    def more(self) -> int:
        """Those that do not stand on the first page."""
        return self.count - sum(thread.seen for thread in self.page.threads)

    @property
    def more_in_words(self) -> str:
        return in_words(self.more)

    @property
    def next_number(self) -> int:
        return self.number + 1

    @property
    def previous_number(self) -> int:
        return self.number - 1


def below(letter: Letter, number: int = 1) -> Below:
    count = showing.count(letter)
    # Where nothing is shown, an empty place has nothing to keep together.
    page = showing.page(letter, number) if count else Page([], has_next=False)
    return Below(count, is_open(letter), page, number)


def is_open(letter: Letter) -> bool:
    return rules.way_of(letter) is not Way.CLOSED


def in_words(number: int) -> str:
    return str(IN_WORDS.get(number) or number_format(number, force_grouping=True))
