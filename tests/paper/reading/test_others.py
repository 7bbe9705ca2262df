"""What résumés made by others look like, each rule in a short text or a few drawn lines."""

import pytest

from offramp.files.runs import Run
from offramp.paper.reading import (
    columns,
    headings,
    lines,
    pages,
    parse,
)
from offramp.paper.reading.lines import Line


def drawn(text: str, left: float, bottom: float, *, size: float = 10, is_bold: bool = False) -> Run:
    right = left + 0.5 * size * len(text)
    return Run(text, left=left, right=right, top=bottom - size, bottom=bottom, size=size, is_bold=is_bold)


def read_page(*runs: Run) -> list[Line]:
    return pages.of_pages([Run("", right=612, bottom=792), *runs])


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("E D U C AT ION", "education"),
        ("W ORK  E X PE R I E NCE", "work"),
        ("04 / Experience", "work"),
        ("(2) Education", "education"),
        ("CLINICAL HISTORY \u00b7 EXPERIENCE", "work"),
        ("A B C Supplies", ""),
    ],
)
def test_a_heading_is_known_whatever_stands_between_and_before_its_letters(text: str, key: str) -> None:
    assert headings.section(text) == key


@pytest.mark.parametrize(
    "text", ["John Doe - Page 1 of 2", "John Doe \u2013 1/3", "Last updated in July 2025", "3", "Page 2"]
)
def test_what_numbers_a_page_or_says_when_it_changed_is_no_content(text: str) -> None:
    assert columns.is_furniture(text)


@pytest.mark.parametrize(
    "text", ["Updated procedures for 40 offices", "Team 1 of 2", "Page Memorial Hospital"]
)
def test_a_sentence_that_only_begins_so_is_content(text: str) -> None:
    assert not columns.is_furniture(text)


def test_icons_only_keep_apart_what_they_stand_between() -> None:
    (line,) = lines.of_text("\uf3c5 Austin, TX  \uf0e0 dana@example.org")

    assert line.parts == ("Austin, TX", "dana@example.org")


def test_a_mark_of_any_shape_begins_an_item() -> None:
    texts = ["\u2726 Led a team", "\u25b8 Wrote reports", "\u2014Kept records", "\u203a Trained staff"]

    assert [(line.item, line.text) for line in lines.of_text("\n".join(texts))] == [
        (1, "Led a team"),
        (1, "Wrote reports"),
        (1, "Kept records"),
        (1, "Trained staff"),
    ]


def test_an_employer_stands_behind_at_with_its_address_and_what_it_is() -> None:
    text = "Experience\n\nClerk\nat Acme \u2022 acme.org\nMay 2019 - June 2020\n- Filed cases\n"
    resume, _unread, _turned = parse.parse(lines.of_text(text))

    assert resume["work"] == [
        {
            "name": "Acme",
            "position": "Clerk",
            "url": "acme.org",
            "startDate": "2019-05",
            "endDate": "2020-06",
            "highlights": ["Filed cases"],
        }
    ]


def test_an_employer_that_reads_like_a_heading_is_none() -> None:
    text = "EXPERIENCE\n\nTutor\nStudy Portfolio\nMay 2019 - June 2020\n- Taught maths\n\nSKILLS\n\nMaths"
    resume, _unread, _turned = parse.parse(lines.of_text(text))

    assert [(one["position"], one["name"]) for one in resume["work"]] == [("Tutor", "Study Portfolio")]


def test_a_row_below_the_words_of_an_item_goes_on_with_it() -> None:
    told = read_page(
        drawn("\u2022", 60, 100, size=9),
        drawn("Adjudicated cases with", 68, 100),
        drawn("Much care", 68, 114, is_bold=True),
    )

    assert [line.continues for line in told] == [False, True]


def test_a_heading_in_the_margin_stands_alone() -> None:
    told = read_page(
        drawn("Education", 60, 100, size=14),
        drawn("Bryan College", 190, 100),
        drawn("Bachelor of Arts in History", 190, 114),
        drawn("2010 - 2014", 190, 128),
    )

    assert [line.text for line in told][:2] == ["Education", "Bryan College"]


def test_a_date_in_the_margin_beside_a_sentence_belongs_to_the_head_above() -> None:
    told = read_page(
        drawn("Acme, Clerk", 60, 100, is_bold=True),
        drawn("Austin, TX", 500, 100),
        drawn("Took on small engagements for nine local businesses in town.", 60, 114),
        drawn("Aug 2024 - Apr 2025", 455, 114),
    )

    assert [line.parts for line in told] == [
        ("Acme, Clerk", "Austin, TX", "Aug 2024 - Apr 2025"),
        ("Took on small engagements for nine local businesses in town.",),
    ]


def test_a_word_in_small_capitals_is_one_word() -> None:
    (line,) = read_page(
        Run("E", left=60, right=68, top=88, bottom=100, size=12),
        Run("DUCATION", left=70, right=110, top=90, bottom=100, size=9.6),
    )

    assert line.text == "EDUCATION"
