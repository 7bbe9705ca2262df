"""A résumé's dates as the language of the page writes them; what is written on paper follows the paper's."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import pgettext

from offramp.paper import dates


def month(text: str) -> str:
    """March 2019; what is no date is shown as it stands."""
    if not dates.is_date(text):
        return text
    day = dates.read(text)
    return date_format(date(day.year, day.month, 1), "YEAR_MONTH_FORMAT") if day.month else str(day.year)


def span(start: str, end: str) -> str:
    """From March 2019 to the present; one date where only the end is known, nothing where neither is."""
    if not start:
        return month(end)
    first, last = month(start), month(end) if end else pgettext("until when", "present")
    return first if first == last else f"{first} \N{EN DASH} {last}"
