"""Whole résumés, read: by several producers, as text, as JSON Resume; and what cannot be read."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from benchmarks.resumes import making, matching
from offramp.files.refusals import Encrypted, TooLarge, TooManyPages
from offramp.files.runs import Run
from offramp.paper import reading, writing
from offramp.paper.reading import kept, pages, places
from offramp.paper.resumes import NotAResume
from tests.files import hostile_pdfs, pictures

# One of each that needs no office and no browser, none of the half that was set aside.
FILES = [
    *("agente-aduanas/text", "training-instructor/docx", "hsi-analyst/docx-table"),
    *("asylum-clerk/typst", "deputy-287g/typst-columns"),
]


@pytest.mark.parametrize("name", FILES)
def test_a_resume_is_read_into_its_fields_and_no_word_is_lost(name: str) -> None:
    persona, producer = name.split("/")
    ((content, truth),) = making.made(producer, [persona]).values()

    read = reading.read(content)

    told = list(matching.pairs(truth, read.resume))
    missed = [field for field, is_right in told if not is_right]
    assert len(missed) <= 0.05 * len(told), missed
    assert lost(read) == []


def lost(read: reading.Read) -> list[str]:
    """Words of a file that are neither in the résumé, nor became something else, nor are shown as unread."""
    missing = kept.words(read.lines)
    missing.subtract(kept.words(read.turned))
    missing.subtract(kept.words(kept.texts(read.resume)))
    return [word for word, times in missing.items() if times > 0]


FEDERAL = """Daniel Ruiz
El Paso, TX
d.ruiz@example.org

WORK EXPERIENCE
U.S. Border Patrol
El Paso, TX United States
10/2019 - Present
Salary: $117,034 per year
Hours per week: 50
Series: 1896 Pay Plan: GS Grade: 13
Supervisory Border Patrol Agent (This is a federal job)
Duties, Accomplishments and Related Skills:
- Led 14 agents over 210 miles.
Supervisor: Peter Lang (915-555-0190)
Okay to contact this Supervisor: Contact me first

EDUCATION
Socorro High School
High School Diploma, May 2007
"""


def test_what_the_government_asks_for_has_its_place() -> None:
    (job,) = reading.read_text(FEDERAL).resume["work"]

    assert job == {
        "name": "U.S. Border Patrol", "position": "Supervisory Border Patrol Agent",
        "location": "El Paso, TX United States", "startDate": "2019-10", "x-salary": "$117,034 per year",
        "x-hoursPerWeek": "50", "x-series": "1896", "x-grade": "GS-13",
        "x-supervisor": "Peter Lang (915-555-0190)", "x-mayContact": "Contact me first",
        "highlights": ["Led 14 agents over 210 miles."],
    }  # fmt: skip


SEVERAL = """Bo

Experience
CoreCivic   Lumpkin, GA
Shift Supervisor   2021 - Present
- Led nights

Detention Officer   2017 - 2021
- Did rounds
"""


def test_several_positions_stand_under_one_employer() -> None:
    first, second = reading.read_text(SEVERAL).resume["work"]

    assert (first["name"], first["position"], second["name"], second["position"]) == (
        "CoreCivic", "Shift Supervisor", "CoreCivic", "Detention Officer",
    )  # fmt: skip


def test_a_date_that_cannot_be_is_kept_as_text() -> None:
    read = reading.read_text(
        "Ada Brown\n\nWork Experience\nOfficer, ICE\n31 February 2019 - Present\n- Kept records\n"
    )

    (job,) = read.resume["work"]
    assert "startDate" not in job
    assert read.unread == ("31 February 2019 - Present",)
    assert read.resume["x-unread"] == ["31 February 2019 - Present"]


def test_a_resume_without_dates_keeps_its_positions() -> None:
    text = "Ada\n\nEXPERIENCE\nDetention Officer, CoreCivic\n- Did rounds\nCashier, Walmart\n- Sold things\n"

    told = [(job["position"], job["name"]) for job in reading.read_text(text).resume["work"]]

    assert told == [("Detention Officer", "CoreCivic"), ("Cashier", "Walmart")]


ARABIC = """سمير حداد
ضابط أمن
الخبرة
ضابط أول 2019 - 2023
• إدارة فريق
التعليم
جامعة دمشق 2010
"""


def test_what_stands_in_no_language_we_know_is_shown_whole() -> None:
    read = reading.read_text(ARABIC)

    assert lost(read) == []
    assert "no sections" in read.warnings


def test_forty_jobs_are_forty() -> None:
    years = range(1980, 2020)
    jobs = [f"Officer, Company {at} Inc\n03/{at} - 04/{at + 1}\n- Did thing {at}\n" for at in years]

    assert len(reading.read_text("Ada\n\nWork Experience\n" + "\n".join(jobs)).resume["work"]) == 40


def test_a_bullet_of_ten_thousand_letters_stays_one() -> None:
    text = f"Ada Brown\n\nWork Experience\nOfficer, ICE\n2019 - 2020\n- {'word ' * 2000}\n"

    (bullet,) = reading.read_text(text).resume["work"][0]["highlights"]

    assert len(bullet) == 9_999


def test_markup_is_text() -> None:
    text = "Ada Brown\n\nWork Experience\nOfficer, ICE\n2019 - 2020\n- #let x = 1 <script>alert(1)</script>\n"

    assert reading.read_text(text).resume["work"][0]["highlights"] == ["#let x = 1 <script>alert(1)</script>"]


def test_what_we_write_ourselves_is_read_back() -> None:
    persona = Path(making.HERE, "personas", "hsi-analyst.json")
    resume = json.loads(persona.read_text())

    read = reading.read(writing.write(resume, writing.Form.PDF)).resume

    told = [(field, is_right) for field, is_right in matching.pairs(resume, read) if field in matching.CORE]
    assert [field for field, is_right in told if not is_right] == []
    assert (read["certificates"], read["languages"]) == (resume["certificates"], resume["languages"])


def test_json_resume_is_taken_as_it_is() -> None:
    resume: dict[str, Any] = {
        "basics": {"name": "Ada"},
        "work": [{"name": "ICE", "x-own": 1}],
        "x-more": ["kept"],
    }

    assert reading.read(json.dumps(resume).encode()).resume == resume


REFUSED: dict[str, tuple[Callable[[], bytes], type[Exception]]] = {
    "300 pages": (lambda: hostile_pdfs.pdf_of_pages(300), TooManyPages),
    "encrypted": (hostile_pdfs.encrypted_pdf, Encrypted),
    "a scan": (lambda: hostile_pdfs.pdf_of_pages(1), reading.NoText),
    "a photograph": (pictures.jpeg, reading.NoText),
    "too large": (lambda: bytes(11 * 1024 * 1024), TooLarge),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_by_its_name(name: str) -> None:
    make, refusal = REFUSED[name]

    with pytest.raises(refusal):
        reading.read(make())


def test_an_empty_paste_has_no_text() -> None:
    with pytest.raises(reading.NoText):
        reading.read_text(" \n ")


def test_a_file_of_ones_own_can_be_read_without_a_cell(tmp_path: Path) -> None:
    assert reading.read(FEDERAL.encode(), is_confined=False).resume["work"]


def test_no_line_is_so_long_that_reading_takes_its_time() -> None:
    for text in ("2019-" * 50_000, "1/" * 100_000, "(" * 200_000, "Officer, Company\n" * 3_000):
        assert lost(reading.read_text(f"Ada\nWork Experience\n{text}")) == []


def test_a_long_line_of_json_is_still_one() -> None:
    resume = {"basics": {"summary": "word " * 8_000}}

    assert reading.read(json.dumps(resume).encode()).resume == resume


@pytest.mark.parametrize(
    "text", ['{"basics": {"name": "Jane Doe",},}', '{"somebody": "Jane Doe"}', '["Jane Doe"]']
)
def test_json_that_is_no_resume_is_not_sorted_as_prose(text: str) -> None:
    with pytest.raises(NotAResume):
        reading.read_text(text)


def test_a_brace_alone_begins_no_json() -> None:
    assert reading.read_text("{draft}\\nClerk").resume


def test_rows_of_hyphens_are_no_place_and_soon_said_so() -> None:
    assert not places.is_place("A-" * 70)
    assert places.is_place("Winston-Salem, NC")


def test_words_thrown_over_a_page_are_kept_without_looking_for_columns() -> None:
    runs = [
        Run("word", left=at * 37 % 560, right=at * 37 % 560 + 12, bottom=at * 53 % 780, top=0, size=8)
        for at in range(1_500)
    ]

    assert sum(len(line.text.split()) for line in pages.of_pages(runs)) == 1_500
