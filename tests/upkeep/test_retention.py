"""The day a case burns: late enough for the seeker, and too coarse to tell the day of the visit."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offramp import campaigns
from offramp.pairing.retention import WEEKLY, burn_day

VISITS = st.dates(date(2026, 1, 1), date(2060, 12, 31))
WEEKS = st.sampled_from(WEEKLY)
MONTHS = st.sampled_from([30, 60, 90])


@given(VISITS, st.one_of(WEEKS, MONTHS))
def test_a_case_is_never_burned_early(visit: date, days: int) -> None:
    assert burn_day(visit, days) >= visit + timedelta(days=days)


@given(VISITS, WEEKS)
def test_short_ones_burn_on_the_next_monday(visit: date, days: int) -> None:
    burns_on = burn_day(visit, days)

    assert burns_on.weekday() == 0
    assert burns_on - visit <= timedelta(days=days + 6)


@given(VISITS, MONTHS)
def test_long_ones_burn_on_the_next_1st_or_15th(visit: date, days: int) -> None:
    burns_on = burn_day(visit, days)

    assert burns_on.day in (1, 15)
    assert burns_on - visit <= timedelta(days=days + 16)


@given(VISITS, st.one_of(WEEKS, MONTHS))
def test_a_later_visit_never_burns_earlier(visit: date, days: int) -> None:
    assert burn_day(visit, days) <= burn_day(visit + timedelta(days=1), days)


@pytest.mark.parametrize(
    ("visit", "days", "burns_on"),
    [
        (date(2026, 11, 2), 7, date(2026, 11, 9)),  # a Monday stays
        (date(2026, 11, 3), 7, date(2026, 11, 16)),
        (date(2026, 10, 2), 30, date(2026, 11, 1)),  # the 1st stays
        (date(2026, 10, 3), 30, date(2026, 11, 15)),
        (date(2026, 10, 16), 30, date(2026, 11, 15)),  # the 15th stays
        (date(2026, 10, 17), 30, date(2026, 12, 1)),
        (date(2026, 11, 17), 30, date(2027, 1, 1)),  # over the year's end
        (date(2028, 1, 30), 30, date(2028, 3, 1)),  # the 29th of February
    ],
)
def test_days_worked_out_by_hand(visit: date, days: int, burns_on: date) -> None:
    assert burn_day(visit, days) == burns_on


def test_every_choice_of_the_campaign_is_one_of_these() -> None:
    assert set(campaigns.current().retention_choices) <= {*WEEKLY, 30, 60, 90}
