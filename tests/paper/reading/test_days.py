"""When: the many ways in which people write from when to when."""

import pytest

from offramp.paper.reading import days

SPANS = {
    "03/2019 - Present": ("2019-03", "", True),
    "March 2019 to June 2021": ("2019-03", "2021-06", False),
    "2019\u2013": ("2019", "", True),
    "Mar. '19 \u2013 Jun. '21": ("2019-03", "2021-06", False),
    "desde marzo de 2019": ("2019-03", "", True),
    "marzo de 2019 a la fecha": ("2019-03", "", True),
    "ene. 2019 - actualidad": ("2019-01", "", True),
    "15 de marzo de 2019 hasta 2 de abril de 2020": ("2019-03-15", "2020-04-02", False),
    "6/03 \u2014 10/08": ("2003-06", "2008-10", False),
    "06/01/2015 - 08/31/2018": ("2015-06-01", "2018-08-31", False),
    "2019-03 \u2013 2021-06": ("2019-03", "2021-06", False),
    "Jan \u2013 Mar 2019": ("2019-01", "2019-03", False),
    "2007-2010": ("2007", "2010", False),
    "2015/2016": ("2015", "2016", False),
    "06/2015-08/2019": ("2015-06", "2019-08", False),
    "06/01/2015-08/31/2018": ("2015-06-01", "2018-08-31", False),
    "2019-03 - 2021-06": ("2019-03", "2021-06", False),
    "2015-Present": ("2015", "", True),
    "2014-18": ("2014", "2018", False),
    "FY2019 \u2013 FY2021": ("2019", "2021", False),
    "Sept 2001 to date": ("2001-09", "", True),
    "March 2019 - Present (2 years 3 months)": ("2019-03", "", True),
}


@pytest.mark.parametrize("text", SPANS)
def test_a_span_is_read(text: str) -> None:
    (span,) = days.spans(text)

    assert (span.first, span.last, span.is_open) == SPANS[text]
    assert (span.start, span.end) == (0, len(text))


@pytest.mark.parametrize(
    "text",
    [
        "(201) 555-2014",
        "Series: 1801",
        "$2,019 saved",
        "may contact",
        "12/25",
        "",
        "Room 20190",
        "case 123-2015",
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert days.spans(text) == []


@pytest.mark.parametrize("text", ["31 February 2019", "13/2019 - Present", "March 2019 - 31 June 2020"])
def test_a_date_that_cannot_be_is_not_invented(text: str) -> None:
    (span,) = days.spans(text)

    assert (span.first, span.is_open, span.is_whole) == ("", False, False)


def test_a_start_that_cannot_be_leaves_the_end() -> None:
    (span,) = days.spans("02/31/2018 - March 2019")

    assert (span.first, span.last, span.is_whole) == ("", "2019-03", False)


@pytest.mark.parametrize(
    "cut", [("June 2019 -", "March 2021"), ("Jun 2007 \u2013 Jun", "2011"), ("2012-01", "- 2014-12")]
)
def test_a_line_that_breaks_in_a_span_is_known(cut: tuple[str, str]) -> None:
    assert days.is_cut(*cut)


@pytest.mark.parametrize(
    "whole", [("Led a team in May", "Officers were trained"), ("since 2019", "Wrote reports")]
)
def test_a_line_that_is_whole_is_not_cut(whole: tuple[str, str]) -> None:
    assert not days.is_cut(*whole)


def test_how_long_something_took_is_no_date() -> None:
    assert days.is_only_lasting("2 years 3 months")
    assert days.is_only_lasting("(11 meses)")
    assert not days.is_only_lasting("40 hours")
