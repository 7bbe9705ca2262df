"""What federal employers ask for, wherever a form sets it: labels, credits, grades, numbers of houses."""

import pytest

from offramp.paper import reading
from offramp.paper.reading import days
from tests.paper.reading.test_reading import lost

_TOP = "Jane Doe\njane@example.org\n\n"
_JOBS = """WORK EXPERIENCE

ICE, Enforcement and Removal Operations
Phoenix, AZ 85004
Deportation Officer
Series: 1801 Grade: 12
06/2019 - Present
Hours per week: 40
- Managed a docket

U.S. Army
2035 N. Central Ave.
Phoenix, AZ 85004
Military Police
Series: 0083 Grade: 07
01/2004 - 05/2019
Hours per week: 40
- Guarded gates
"""


def test_a_label_between_a_title_and_its_dates_neither_ends_nor_moves_the_head() -> None:
    read = reading.read_text(_TOP + _JOBS)

    assert read.resume["work"] == [
        {
            "name": "ICE, Enforcement and Removal Operations",
            "position": "Deportation Officer",
            "location": "Phoenix, AZ 85004",
            "startDate": "2019-06",
            "x-series": "1801",
            "x-grade": "12",
            "x-hoursPerWeek": "40",
            "highlights": ["Managed a docket"],
        },
        {
            "name": "U.S. Army",
            "position": "Military Police",
            "location": "2035 N. Central Ave., Phoenix, AZ 85004",
            "startDate": "2004-01",
            "endDate": "2019-05",
            "x-series": "0083",
            "x-grade": "07",
            "x-hoursPerWeek": "40",
            "highlights": ["Guarded gates"],
        },
    ]
    assert (read.unread, lost(read)) == ((), [])


def test_labels_below_dates_stay_with_the_position_above_them() -> None:
    text = "WORK EXPERIENCE\n2012-2014\nClerk\nAcme Inc\nHours per week: 40\n2010-2012\nDriver\nBolt LLC\n"

    told = [(job["position"], job["startDate"]) for job in reading.read_text(_TOP + text).resume["work"]]

    assert told == [("Clerk", "2012"), ("Driver", "2010")]


@pytest.mark.parametrize(
    "text",
    [
        "2035 N. Central Ave.",
        "1901 Main Street",
        "Suite 4, 2019 SW 3rd Ave",
        "2015 Calle Ocho",
        "Room 2035",
        "CS2011",
    ],
)
def test_the_number_of_a_house_a_room_or_a_course_is_no_date(text: str) -> None:
    assert days.spans(text) == []


@pytest.mark.parametrize("text", ["2019 Safe Driver", "Clerk 2019", "Northern Court of Appeals, 2019"])
def test_a_year_beside_other_words_is_a_date(text: str) -> None:
    assert [span.first for span in days.spans(text)] == ["2019"]


def test_a_school_of_the_builder_has_its_minor_and_shows_its_credits() -> None:
    text = (
        "EDUCATION\n\nArizona State University Tempe, AZ United States\nBachelor's Degree 05/2012\n"
        "GPA: 3.4 of a maximum 4.0\nCredits Earned: 120 Semester hours\n"
        "Major: Criminal Justice Minor: Spanish\n\nPima Community College\nAssociate's Degree 05/2009\n"
    )

    read = reading.read_text(_TOP + text)

    assert read.resume["education"] == [
        {
            "institution": "Arizona State University",
            "x-location": "Tempe, AZ United States",
            "studyType": "Bachelor's Degree",
            "area": "Criminal Justice, Minor: Spanish",
            "endDate": "2012-05",
            "score": "3.4 of a maximum 4.0",
        },
        {
            "institution": "Pima Community College",
            "studyType": "Associate's Degree",
            "endDate": "2009-05",
        },
    ]
    assert (read.unread, lost(read)) == (("Credits Earned: 120 Semester hours",), [])


def test_how_well_a_language_is_read_and_spoken_is_no_language() -> None:
    text = "LANGUAGE SKILLS\nSpanish\nSpoken: Advanced\nWritten: Basic\n"

    assert reading.read_text(_TOP + text).resume["languages"] == [
        {"language": "Spanish", "fluency": "Spoken: Advanced, Written: Basic"}
    ]


def test_a_fact_above_the_headings_that_has_no_field_is_shown_and_no_summary() -> None:
    read = reading.read_text(f"{_TOP.strip()}\nHighest Grade: GS-1801-12, 06/2019 - Present\n\n{_JOBS}")

    assert "summary" not in read.resume["basics"]
    assert read.unread == ("Highest Grade: GS-1801-12, 06/2019 - Present",)
