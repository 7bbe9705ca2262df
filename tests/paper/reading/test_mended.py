"""What people wrote otherwise than we thought: jobs without headings, dates that end, promises."""

import pytest

from offramp.paper import reading
from tests.paper.reading.test_reading import lost

_TOP = "Jane Doe\njane@example.org\n\n"


def test_dates_with_a_plain_hyphen_leave_nothing_on_the_title() -> None:
    text = (
        "WORK EXPERIENCE\nDriver (2009-2011)\nAcme Inc\n- Drove\n\nEDUCATION\nUTEP\nB.A. History 2011-2015\n"
    )

    resume = reading.read_text(_TOP + text).resume

    (job,), (school,) = resume["work"], resume["education"]
    assert (job["position"], job["startDate"], job["endDate"]) == ("Driver", "2009", "2011")
    assert (school["area"], school["startDate"], school["endDate"]) == ("History", "2011", "2015")


@pytest.mark.parametrize(
    ("line", "made"),
    [
        ("EMT-Basic, NREMT, expires 03/2025", {"name": "EMT-Basic, expires 03/2025", "issuer": "NREMT"}),
        ("CPR, Red Cross, 03/2023 (exp. 03/2025)",
         {"name": "CPR, exp. 03/2025", "issuer": "Red Cross", "date": "2023-03"}),
        ("RCP, Cruz Roja, vence 03/2025", {"name": "RCP, vence 03/2025", "issuer": "Cruz Roja"}),
    ],
)  # fmt: skip
def test_until_when_something_holds_is_neither_by_whom_nor_when(line: str, made: dict[str, str]) -> None:
    read = reading.read_text(f"{_TOP}CERTIFICATIONS\n{line}\n")

    assert (read.resume["certificates"], lost(read)) == ([made], [])


def test_a_heading_of_skills_names_no_group() -> None:
    said = "SKILLS\nFirst aid, Driving\n\nCOMPUTER SKILLS\nExcel\n"

    assert reading.read_text(_TOP + said).resume["skills"] == [
        {"keywords": ["First aid", "Driving"]},
        {"name": "COMPUTER SKILLS", "keywords": ["Excel"]},
    ]


@pytest.mark.parametrize(
    "text", ["REFERENCES\nAvailable upon request", "References available upon request.",
             "REFERENCIAS\nDisponibles a solicitud"],
)  # fmt: skip
def test_a_promise_is_no_reference(text: str) -> None:
    read = reading.read_text(f"{_TOP}SKILLS\nDriving\n\n{text}\n")

    assert "references" not in read.resume
    assert (read.unread, lost(read)) == ((), [])


@pytest.mark.parametrize(
    "head",
    [
        "U.S. Immigration and Customs Enforcement, El Paso, TX\n{title}\n06/2015-08/2019",
        "U.S. Immigration and Customs Enforcement, El Paso, TX, 06/2015-08/2019\n{title}",
    ],
)
def test_an_agency_above_a_title_with_a_grade_gives_both(head: str) -> None:
    title = "Deportation Officer (badge 4471), GS-1801-12, 40 hrs/wk"

    read = reading.read_text(f"{_TOP}WORK EXPERIENCE\n{head.format(title=title)}\n- Arranged travel\n")

    assert read.resume["work"] == [
        {
            "name": "U.S. Immigration and Customs Enforcement",
            "position": "Deportation Officer (badge 4471)", "location": "El Paso, TX",
            "startDate": "2015-06", "endDate": "2019-08",
            "x-hoursPerWeek": "40", "x-grade": "GS-12", "x-series": "1801",
            "highlights": ["Arranged travel"],
        }
    ]  # fmt: skip
    assert (read.unread, lost(read)) == ((), [])


def test_a_paste_without_headings_has_jobs_and_schools() -> None:
    text = (
        "Deportation Officer, ICE, 2007-2010\nManaged a docket of 200 cases\nDriver, Acme 2004-2007\n"
        "Drove a truck\nUniversity of Texas, B.A. History, 2000-2004\n"
    )

    read = reading.read_text(_TOP + text)

    told = [(job["position"], job["name"], job["highlights"]) for job in read.resume["work"]]
    assert told == [
        ("Deportation Officer", "ICE", ["Managed a docket of 200 cases"]),
        ("Driver", "Acme", ["Drove a truck"]),
    ]
    assert read.resume["education"][0]["institution"] == "University of Texas"
    assert (set(read.resume["basics"]), read.unread, lost(read)) == ({"name", "email"}, (), [])


LANGUAGES = {
    "EXPERIENCIA LABORAL\nOficial, ICE\n2010-2014\n- Supervisé a un equipo en la frontera\n": "es",
    "WORK EXPERIENCE\nOfficer, ICE\n2010-2014\n- Wrote reports for the court\n": "en",
    "Me gustaría trabajar con las personas que llegan desde el sur\n": "es",
    "Vendedor 2010\n": "",
    "ICE 2010": "",
}


@pytest.mark.parametrize("text", LANGUAGES)
def test_the_text_tells_its_language(text: str) -> None:
    assert reading.read_text(text).resume.get("x-language", "") == LANGUAGES[text]
