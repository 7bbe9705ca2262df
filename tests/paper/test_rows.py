"""What shares a line: employer, title and dates of a position never do."""

import pytest

from offramp.paper.sheet import Block, Entry, Line, Role, Sheet
from offramp.paper.writing import rows
from tests.paper import sheets


def _shown(block: Block) -> list[list[list[str]]]:
    return [[[line.text for line in row] for row in head] for head in rows.heads(block)]


def _honor(title: str, giver: str) -> Entry:
    return Entry((Line(title, Role.TITLE), Line(giver, Role.DETAIL)))


@pytest.mark.parametrize("name", ["one-page", "federal", "three-page", "spanish"])
def test_employer_title_and_dates_stand_on_lines_of_their_own(name: str) -> None:
    sheet = sheets.sample(name)
    assert isinstance(sheet, Sheet)

    for block in sheet.blocks:
        for row in (row for head in rows.heads(block) for row in head):
            assert len({line.role for line in row} & {Role.PLACE_OF_WORK, Role.TITLE, Role.DATES}) < 2


def test_a_place_stands_behind_its_employer_or_before_dates() -> None:
    moved = Entry(
        (Line("Clerk", Role.TITLE), Line("Tucson, AZ", Role.PLACE), Line("2019", Role.DATES)), is_further=True
    )

    assert _shown(Block("Work", (sheets.position(1), moved))) == [
        [["HEAD Employer 1", "Phoenix, AZ"], ["HEAD Title 1"], ["HEAD March 2001"]],
        [["Clerk"], ["Tucson, AZ", "2019"]],
    ]


def test_who_gave_a_certificate_stands_behind_it() -> None:
    honors = (_honor("CPR", "Red Cross, 2025"), _honor("Driver", "Georgia"))

    assert _shown(Block("Certifications", honors)) == [
        [["CPR", "Red Cross, 2025"]],
        [["Driver", "Georgia"]],
    ]


def test_certificates_are_all_set_alike() -> None:
    long = _honor("A certificate with a name of many words " * 2, "An institute, 2025")

    assert [len(head) for head in _shown(Block("Certifications", (_honor("CPR", "2025"), long)))] == [2, 2]


def test_short_details_share_a_line_and_long_ones_do_not() -> None:
    short, long = Line("Hours per week: 50", Role.DETAIL), Line("Supervisor: " + "x" * 60, Role.DETAIL)
    title = Line("Clerk", Role.TITLE)

    assert _shown(Block("Work", (Entry((title, short, short)), Entry((title, short, long))))) == [
        [["Clerk"], [short.text, short.text]],
        [["Clerk"], [short.text], [long.text]],
    ]


def test_contact_data_fill_lines_that_do_not_end_with_a_bar() -> None:
    assert rows.packed(("a" * 50, "b" * 50, "c" * 50, "d" * 200)) == [
        ["a" * 50, "b" * 50],
        ["c" * 50],
        ["d" * 200],
    ]
    assert rows.packed(()) == []
