"""Headings, titles, employers, places and labels, told by their words."""

import pytest

from offramp.paper.reading import headings, heads, labels, places

HEADINGS = {
    "WORK EXPERIENCE": "work",
    "Professional Experience:": "work",
    "Law Enforcement Experience": "work",
    "Military Service": "work",
    "E X P E R I E N C E": "work",
    "Historial Laboral": "work",
    "Volunteer Experience": "volunteer",
    "Education & Training": "education",
    "Formación Académica": "education",
    "Licenses and Certifications": "certificates",
    "Job Related Training": "certificates",
    "Core Competencies": "skills",
    "Idiomas": "languages",
    "Honors & Awards": "awards",
    "Summary of Qualifications": "summary",
    "Additional Information": "other",
}


@pytest.mark.parametrize("text", HEADINGS)
def test_a_heading_opens_its_section(text: str) -> None:
    assert headings.section(text) == HEADINGS[text]


@pytest.mark.parametrize(
    "text",
    [
        "Training Instructor", "Basic Law Enforcement Training", "Major: History",
        "Citizenship: United States",
        "Education Director", "Skills: first aid", "Experience 2019", "Deportation Officer",
    ],
)  # fmt: skip
def test_what_only_sounds_like_a_heading_is_none(text: str) -> None:
    assert headings.section(text) == ""


HEADS = {
    ("Deportation Officer | U.S. Immigration and Customs Enforcement | Newark, NJ",): (
        "Deportation Officer", "U.S. Immigration and Customs Enforcement", "Newark, NJ",
    ),
    ("CoreCivic \u2013 Shift Supervisor",): ("Shift Supervisor", "CoreCivic", ""),
    ("Deputy Sheriff, 287(g) Program, Johnston County Sheriff's Office, Smithfield, NC",): (
        "Deputy Sheriff, 287(g) Program", "Johnston County Sheriff's Office", "Smithfield, NC",
    ),
    ("Detention Officer at GEO Group", "Folkston, GA"): ("Detention Officer", "GEO Group", "Folkston, GA"),
    ("Garden State Logistics, LLC", "Warehouse Shift Lead"): (
        "Warehouse Shift Lead", "Garden State Logistics, LLC", "",
    ),
    ("Nexus AI, Co-Founder & CTO",): ("Co-Founder & CTO", "Nexus AI", ""),
    ("Especialista en Importaciones", "Crowley Maritime"): (
        "Especialista en Importaciones", "Crowley Maritime", "",
    ),
    ("Department of Homeland Security", "Immigration and Customs Enforcement", "Special Agent"): (
        "Special Agent", "Department of Homeland Security, Immigration and Customs Enforcement", "",
    ),
}  # fmt: skip


@pytest.mark.parametrize("texts", HEADS)
def test_a_head_is_taken_apart(texts: tuple[str, ...]) -> None:
    head = heads.taken_apart(texts)

    assert (head.position, head.name, head.location) == HEADS[texts]


@pytest.mark.parametrize(
    "text", ["El Paso, TX", "Washington, D.C.", "San Juan, PR United States", "Matamoros, México", "Remote",
             "500 C Street SW, Washington, DC 20026"],
)  # fmt: skip
def test_a_place_is_one(text: str) -> None:
    assert places.is_place(text)


@pytest.mark.parametrize(
    "text", ["George Mason University Fairfax, VA", "Garden State Logistics, LLC", "Officer, ICE"]
)
def test_a_school_or_a_firm_is_no_place(text: str) -> None:
    assert not places.is_place(text)


def test_labels_on_one_line_are_read_apart() -> None:
    said, before = labels.read("Series: 1801 Pay Plan: GS Grade: 12 | Hours per week: 40")

    assert [(each.key, each.value) for each in said] == [
        ("x-series", "1801"), ("plan", "GS"), ("x-grade", "12"), ("x-hoursPerWeek", "40"),
    ]  # fmt: skip
    assert before == ""


def test_grade_and_hours_need_no_label() -> None:
    assert labels.without_label("GS-1801-12, 40 hours/week")[0] == {
        "x-hoursPerWeek": "40", "x-grade": "GS-12", "x-series": "1801",
    }  # fmt: skip
