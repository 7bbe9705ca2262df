"""Dates in the three precisions of JSON Resume, and as people read them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offramp.paper import dates
from offramp.paper.dates import BadDate, Day

TO = "\N{EN DASH}"


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31)))
def test_every_day_is_read_in_each_precision(day: date) -> None:
    written = day.isoformat()

    assert dates.read(written) == Day(day.year, day.month, day.day)
    assert dates.read(written[:7]) == Day(day.year, day.month)
    assert dates.read(written[:4]) == Day(day.year)


@pytest.mark.parametrize(
    "written",
    [
        "2020-02-31",
        "2023-02-29",
        "2020-13",
        "2020-00",
        "2020-01-00",
        "20",
        "3020",
        "2020-1",
        "May 2020",
        "",
        "٢٠٢٠",
    ],
)
def test_what_no_calendar_has_is_no_date(written: str) -> None:
    with pytest.raises(BadDate) as refused:
        dates.read(written)

    assert refused.value.text == written


@pytest.mark.parametrize(
    ("written", "english", "spanish"),
    [
        ("2019", "2019", "2019"),
        ("2019-03", "March 2019", "marzo de 2019"),
        ("2019-03-05", "March 5, 2019", "5 de marzo de 2019"),
        ("summer 2019", "summer 2019", "summer 2019"),
    ],
)
def test_a_date_is_shown_as_precisely_as_it_is_known(written: str, english: str, spanish: str) -> None:
    assert dates.shown(written, "en") == english
    assert dates.shown(written, "es") == spanish


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        ("2019-03", "", f"March 2019 {TO} present"),
        ("2019-03-01", "2021-04-30", f"March 2019 {TO} April 2021"),
        ("2019", "2019", "2019"),
        ("2019-03-01", "2019-03-31", "March 2019"),
        ("", "2014-05", "May 2014"),
        ("", "", ""),
        ("before the flood", "2014", f"before the flood {TO} 2014"),
    ],
)
def test_a_span_runs_from_month_to_month(start: str, end: str, shown: str) -> None:
    assert dates.span(start, end, "en") == shown


def test_a_spanish_span_ends_in_the_present_too() -> None:
    assert dates.span("2020-05", "", "es") == f"mayo de 2020 {TO} actualidad"
