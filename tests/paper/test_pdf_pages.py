"""Where a page ends: nothing that announces stands last, and no line of a bullet stands alone."""

from dataclasses import replace
from itertools import pairwise

import pytest

from offramp.paper.sheet import Block, Entry, LetterSheet, Sheet
from offramp.paper.writing import length, pdf
from tests.paper import pdf_pages, sheets

LINES_ON_A_PAGE = 52
WORDS = "several words that fill a line until it is full and then some more " * 8
designs = pytest.mark.parametrize("design", pdf.DESIGNS)


def _pushed_down(lines: int) -> Sheet:
    """Every way an entry can look, each a line further down for each line above."""
    above = Entry(text=tuple(f"ALONE {number}" for number in range(lines + 1)))
    entries = [_entry(number) for number in range(8)]
    return sheets.resume(
        Block("HEAD Summary", (above,)),
        Block("HEAD Work Experience", tuple(entries[:4])),
        Block("HEAD Volunteer Experience", tuple(entries[4:])),
    )


def _entry(number: int) -> Entry:
    """With one to four bullets of one to five lines, or a paragraph before them, or both."""
    bullets = tuple(_words(f"B{number}{one}", one * number % 5) for one in range(number % 4 + 1))
    text = (_words("PARAGRAPH", number % 5),) if number % 3 else ()
    return sheets.position(number, bullets=bullets, text=text)


def _words(first: str, lines: int) -> str:
    return f"{first} {WORDS}"[: 60 + 100 * lines].rsplit(" ", 1)[0]


def _goes_on(line: str) -> bool:
    return not line.startswith(("•", "HEAD", "PARAGRAPH", "ALONE"))


@designs
def test_no_page_ends_or_begins_badly_wherever_the_break_falls(design: str) -> None:
    breaks = 0
    for above in range(LINES_ON_A_PAGE):
        for before, after in pairwise(pdf_pages.lines(pdf.write(_pushed_down(above), design))):
            last, first, second = before[-1], after[0], [*after, "HEAD"][1]
            breaks += 1
            assert not last.startswith("HEAD"), (above, last)
            assert not (last.startswith(("•", "PARAGRAPH")) and _goes_on(first)), (above, last, first)
            assert not (_goes_on(first) and not _goes_on(second)), (above, first, second)
    assert breaks > LINES_ON_A_PAGE


@designs
def test_the_last_bullet_of_a_position_never_begins_a_page_alone(design: str) -> None:
    bullets = tuple(f"bullet {number}" for number in range(5))
    work = Block("HEAD Work", tuple(sheets.position(number, bullets=bullets) for number in range(9)))
    for above in range(0, LINES_ON_A_PAGE, 3):
        summary = Block("HEAD Summary", (Entry(text=("ALONE",) * (above + 1)),))
        for _, after in pairwise(pdf_pages.lines(pdf.write(sheets.resume(summary, work), design))):
            assert not after[0].endswith("bullet 4"), above


@designs
def test_what_announces_the_bullets_stays_with_them(design: str) -> None:
    told = sheets.position(0, bullets=("bullet 0", "bullet 1"), text=("PARAGRAPH",))
    work = Block("HEAD Work", (told,) * 9)
    for above in range(0, LINES_ON_A_PAGE, 3):
        summary = Block("HEAD Summary", (Entry(text=("ALONE",) * (above + 1)),))
        for before, _ in pairwise(pdf_pages.lines(pdf.write(sheets.resume(summary, work), design))):
            assert before[-1] != "PARAGRAPH", above


@designs
def test_the_name_under_a_letter_never_stands_alone_on_a_page(design: str) -> None:
    letter = sheets.sample("letter")
    for lines in range(20, LINES_ON_A_PAGE, 2):
        written = pdf.write(_with_lines(letter, lines), design)
        last = pdf_pages.lines(written)[-1]
        assert last[-2:] == ["Sincerely,", "Ada Example"]
        assert len(last) > 2


@designs
def test_a_letter_that_runs_over_by_a_few_lines_is_set_smaller(design: str) -> None:
    letter = sheets.sample("letter")
    written = [pdf.write(_with_lines(letter, lines), design) for lines in range(14, 30)]
    on_one = [_height_in(one) for one in written if len(pdf_pages.lines(one)) == 1]

    assert 0 < len(on_one) < len(written)
    assert on_one[-1] < on_one[0]


def _with_lines(letter: Sheet | LetterSheet, lines: int) -> LetterSheet:
    assert isinstance(letter, LetterSheet)
    return replace(
        letter, paragraphs=("A line of the letter.",) * lines, closing="Sincerely,", name="Ada Example"
    )


@designs
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_the_samples_take_as_many_pages_as_they_say(design: str, paper: str) -> None:
    taken = [pdf.pages(sheets.sample(name), design, paper) for name in sheets.NAMES]

    assert taken == [1, 2, 3, 1, 1]


@designs
def test_forty_positions_flow_over_full_pages(design: str) -> None:
    bullets = (_words("Bullet", 1), _words("Bullet", 0), _words("Bullet", 2))
    jobs = tuple(sheets.position(number, bullets=bullets) for number in range(40))

    found = pdf_pages.lines(pdf.write(sheets.resume(Block("Work Experience", jobs)), design))

    assert 7 <= len(found) <= 9
    assert sum(line.startswith("HEAD Employer") for page in found for line in page) == 40
    assert min(len(page) for page in found[:-1]) > 35


@pytest.mark.parametrize(("paper", "size"), [("letter", (612, 792)), ("a4", (595, 842))])
def test_the_paper_is_the_one_asked_for(paper: str, size: tuple[int, int]) -> None:
    assert pdf_pages.size(pdf.write(sheets.sample("letter"), paper=paper)) == size


@designs
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_a_short_resume_is_set_larger_and_never_runs_over_for_it(design: str, paper: str) -> None:
    longest = max(number for number in range(1, 60) if len(length.sizes(_of_bullets(number))) == 3)

    assert pdf.pages(_of_bullets(longest), design, paper) == 1
    assert _letter_height(_of_bullets(longest - 5), design) > _letter_height(_of_bullets(longest + 1), design)


@designs
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_what_runs_over_a_page_by_a_few_lines_is_set_smaller(design: str, paper: str) -> None:
    written = [pdf.write(_of_lines(number), design, paper) for number in range(42, 60)]
    on_one = [_height_in(one) for one in written if len(pdf_pages.lines(one)) == 1]

    assert 0 < len(on_one) < len(written)
    assert on_one[-1] < on_one[0]
    assert _height_in(written[-1]) == on_one[0]


def _of_lines(number: int) -> Sheet:
    return sheets.resume(Block("Work Experience", (sheets.position(0, bullets=("A short one.",) * number),)))


@designs
def test_a_few_skills_never_stand_on_two_pages(design: str) -> None:
    skills = Block("HEAD Skills", tuple(Entry(text=(f"Skill {number}",)) for number in range(4)))
    for above in range(LINES_ON_A_PAGE - 8, LINES_ON_A_PAGE + 8):
        summary = Block("HEAD Summary", tuple(Entry(text=("ALONE",)) for _ in range(above)))
        for page in pdf_pages.lines(pdf.write(sheets.resume(summary, skills), design)):
            found = [line for line in page if line.startswith("Skill")]
            assert len(found) in (0, 4), above


def _of_bullets(number: int) -> Sheet:
    bullets = tuple(_words("Bullet", one % 3) for one in range(number))
    return sheets.resume(Block("Work Experience", (sheets.position(0, bullets=bullets),)))


def _letter_height(sheet: Sheet, design: str) -> float:
    return _height_in(pdf.write(sheet, design))


def _height_in(written: bytes) -> float:
    """Of the last line of the first page."""
    _, bottom, _, top = pdf_pages.boxes(written)[0][-1]
    return round(top - bottom, 2)
