"""What somebody typed without care, or printed out of a network."""

import pytest

from offramp.paper import reading
from offramp.paper.reading import addresses, days, guarding, lines, parse
from offramp.paper.reading.lines import Line
from tests.paper.reading.test_reading import lost

_TOP = "Maria Delgado\n602-555-0198\n\n"


def test_a_title_an_employer_a_place_and_dates_share_a_line() -> None:
    text = (
        "Experience\n\nDeportation Officer, Immigration and Customs Enforcement, Phoenix AZ, Mar 2014 to "
        "present\nI do the non detained docket\n- transport to airport\n"
    )

    read = reading.read_text(_TOP + text)

    assert read.resume["work"] == [
        {
            "name": "Immigration and Customs Enforcement",
            "position": "Deportation Officer",
            "location": "Phoenix AZ",
            "startDate": "2014-03",
            "summary": "I do the non detained docket",
            "highlights": ["transport to airport"],
        }
    ]
    assert (read.unread, lost(read)) == ((), [])


def test_school_alone_is_a_heading_and_law_school_is_none() -> None:
    text = "Experience\n\nCBP\nBorder Patrol Agent\n2009-2014\n\nSchool\nASU criminal justice 2012\n"
    resume = reading.read_text(_TOP + text).resume

    assert [job["name"] for job in resume["work"]] == ["CBP"]
    assert resume["education"] == [{"institution": "ASU criminal justice", "endDate": "2012"}]
    assert parse.parse(lines.of_text("Education\nLaw School\n2012"))[0]["education"]


def test_a_town_needs_no_comma_before_its_state() -> None:
    assert addresses.taken("Phoenix AZ", {})[0] == {"city": "Phoenix", "region": "AZ"}
    assert addresses.taken("US Army MP", {})[0] == {}


def test_languages_with_brackets_stand_alone_however_narrow_their_column() -> None:
    texts = ["Spanish (Native)", "English (Native)", "Certifications", "EMT Basic"]
    told = [Line((text,), continues=at in (1, 2)) for at, text in enumerate(texts)]

    assert [line.continues for line in guarding.guarded(told)] == [False] * len(told)


def test_a_long_headline_that_begins_with_a_title_is_no_summary() -> None:
    head = (
        "Maria Delgado\nDeportation Officer at U.S. Immigration and Customs Enforcement (ICE)\nPhoenix, AZ\n"
    )

    basics = reading.read_text(f"{head}\nExperience\nClerk, Acme Inc, 2009-2014\n").resume["basics"]

    assert basics == {
        "name": "Maria Delgado",
        "label": "Deportation Officer at U.S. Immigration and Customs Enforcement (ICE)",
        "location": {"city": "Phoenix", "region": "AZ"},
    }


@pytest.mark.parametrize(
    ("text", "first", "last"), [("2012 2014", "2012", "2014"), ("2021 Present", "2021", "")]
)
def test_two_dates_alone_on_a_line_are_a_span(text: str, first: str, last: str) -> None:
    (span,) = days.spans(text)

    assert (span.first, span.last, span.is_open) == (first, last, not last)


def test_the_newest_position_with_one_date_goes_on() -> None:
    text = "Experience\n\nClerk, Acme\nJune 2021\n- Filed\n\nDriver, Bolt\nMay 2019 - June 2020\n- Drove\n"

    newest, before = reading.read_text(_TOP + text).resume["work"]

    assert (newest["startDate"], "endDate" in newest) == ("2021-06", False)
    assert before["endDate"] == "2020-06"
