"""From a résumé to its lines: standard headings, one employer named once, nothing federal for the others."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offramp.paper import layout, letters, writing
from offramp.paper.resumes import WrongDate, WrongShape
from offramp.paper.sheet import Role
from tests.paper.samples import RESUMES, sample

TO = "\N{EN DASH}"
AGENCY = {
    "name": "U.S. Border Patrol",
    "location": "El Paso, TX",
    "position": "Supervisor",
    "startDate": "2019-04",
    "x-series": "1896",
    "x-grade": "GS-13",
    "x-hoursPerWeek": "50",
    "x-supervisor": "H. Brandt",
    "x-mayContact": "yes",
    "highlights": ["Led 22 people."],
}


def lines(resume: dict[str, Any], purpose: str = "private", language: str = "en") -> list[str]:
    return layout.lay_out(resume | {"x-purpose": purpose, "x-language": language}).lines()


def test_a_private_employer_reads_nothing_of_series_and_grade() -> None:
    assert lines({"work": [AGENCY]}) == [
        "Work Experience",
        "U.S. Border Patrol",
        "El Paso, TX",
        "Supervisor",
        f"April 2019 {TO} present",
        "Led 22 people.",
    ]


def test_a_federal_employer_reads_all_of_it() -> None:
    basics = {"x-clearance": "Secret", "x-citizenship": "United States"}

    assert lines({"basics": basics, "work": [AGENCY]}, purpose="federal") == [
        "Security clearance: Secret",
        "Citizenship: United States",
        "Work Experience",
        "U.S. Border Patrol",
        "El Paso, TX",
        "Supervisor",
        f"April 2019 {TO} present",
        "Series: 1896; Grade: GS-13; Hours per week: 50",
        "Supervisor: H. Brandt; May contact supervisor: yes",
        "Led 22 people.",
    ]
    assert lines({"basics": basics}) == ["Security clearance: Secret"]


def test_an_employer_with_several_positions_is_named_once() -> None:
    first = {"name": "Acme", "location": "Tucson, AZ", "position": "Lead", "startDate": "2020"}
    same = {
        "name": "ACME",
        "location": "Tucson, AZ",
        "position": "Clerk",
        "startDate": "2018",
        "endDate": "2020",
    }
    moved = {
        "name": "Acme",
        "location": "Yuma, AZ",
        "position": "Trainee",
        "startDate": "2017",
        "endDate": "2018",
    }
    other = {"name": "Bolt", "location": "Yuma, AZ", "position": "Driver"}
    (block,) = layout.lay_out({"work": [first, same, moved, other]}).blocks

    assert [[line.text for line in entry.head] for entry in block.entries] == [
        ["Acme", "Tucson, AZ", "Lead", f"2020 {TO} present"],
        ["Clerk", f"2018 {TO} 2020"],
        ["Trainee", "Yuma, AZ", f"2017 {TO} 2018"],
        ["Bolt", "Yuma, AZ", "Driver"],
    ]
    assert [entry.is_further for entry in block.entries] == [False, True, True, False]
    assert [line.role for line in block.entries[2].head] == [Role.TITLE, Role.PLACE, Role.DATES]


EVERY_SECTION: dict[str, Any] = {
    "education": [
        {
            "institution": "State",
            "studyType": "B.A.",
            "area": "History",
            "x-location": "Reno, NV",
            "endDate": "2014-05",
            "score": "3.5",
            "courses": ["Latin", "Maps"],
        }
    ],
    "skills": [
        {"name": "Audit", "level": "expert", "keywords": ["SQL", "Excel"]},
        {"keywords": ["First aid"]},
    ],
    "languages": [{"language": "Spanish", "fluency": "native"}],
    "certificates": [
        {"name": "CFE", "issuer": "ACFE", "date": "2024-05-02", "url": "https://www.acfe.example/"}
    ],
    "volunteer": [{"organization": "Food bank", "position": "Driver", "x-location": "Reno, NV"}],
    "projects": [{"name": "Atlas", "description": "Maps.", "highlights": ["Drew 40."]}],
    "awards": [{"title": "Medal", "awarder": "County", "date": "2020", "summary": "For calm."}],
    "publications": [{"name": "On maps", "publisher": "Press", "releaseDate": "2019-01"}],
    "interests": [{"name": "Running"}],
    "references": [{"name": "C. Nieves", "reference": "On request."}],
}


def test_every_section_has_its_lines() -> None:
    assert lines(EVERY_SECTION) == [
        *(
            "Education",
            "State",
            "Reno, NV",
            "B.A., History",
            "May 2014",
            "GPA: 3.5",
            "Courses: Latin, Maps",
        ),
        *("Skills", "Audit (expert): SQL, Excel", "First aid"),
        *("Languages", "Spanish: native"),
        *("Certifications", "CFE", "ACFE, May 2024", "acfe.example"),
        *("Volunteer Experience", "Food bank", "Reno, NV", "Driver"),
        *("Projects", "Atlas", "Maps.", "Drew 40."),
        *("Awards", "Medal", "County, 2020", "For calm."),
        *("Publications", "On maps", "Press, January 2019"),
        *("Interests", "Running"),
        *("References", "C. Nieves", "On request."),
    ]
    blocks = {block.heading: block.is_compact for block in layout.lay_out(EVERY_SECTION).blocks}
    assert [heading for heading in blocks if blocks[heading]] == ["Skills", "Languages", "Interests"]


def test_the_contact_stands_in_pieces_without_icons_or_schemes() -> None:
    basics = {
        "name": "Ada Quill",
        "label": "Auditor",
        "email": "ada@example.org",
        "phone": "(602) 555-0142",
        "url": "https://www.quill.example/",
        "location": {
            "address": "12 Elm Street\nApt 3",
            "city": "Graz",
            "postalCode": "8010",
            "x-countryCode": "Austria",
        },
        "profiles": [
            {"url": "http://linkedin.example/in/quill"},
            {"network": "Mastodon", "username": "@ada"},
        ],
    }
    sheet = layout.lay_out({"basics": basics})

    assert (sheet.name, sheet.label) == ("Ada Quill", "Auditor")
    assert sheet.contact == (
        "12 Elm Street, Apt 3, Graz, 8010, Austria",
        "(602) 555-0142",
        "ada@example.org",
        "quill.example",
        "linkedin.example/in/quill",
        "Mastodon: @ada",
    )


def test_what_is_hidden_stays_off_the_paper_and_the_order_is_the_persons() -> None:
    resume = {
        "work": [
            {"name": "One", "x-hidden": True},
            {"name": "Two", "highlights": ["a", "b"], "x-highlights": [{"hidden": True}]},
        ],
        "skills": [{"name": "Audit"}],
        "interests": [{"name": "Running"}],
        "x-sections": [{"key": "skills"}, {"key": "interests", "hidden": True}, {"key": "nonsense"}],
    }

    assert lines(resume) == ["Skills", "Audit", "Work Experience", "Two", "b"]


def test_spanish_has_its_own_words() -> None:
    resume = {"basics": {"summary": "Hola."}, "work": [AGENCY]}

    assert lines(resume, language="es", purpose="federal")[:7] == [
        *(
            "Resumen profesional",
            "Hola.",
            "Experiencia laboral",
            "U.S. Border Patrol",
            "El Paso, TX",
            "Supervisor",
        ),
        f"abril de 2019 {TO} actualidad",
    ]


def test_nothing_unseen_reaches_the_paper() -> None:
    resume = {
        "work": [
            {"name": "A\x00c\u202eme\u200b  \u00a0Inc\u00ad.", "summary": "One\r\n\r\n\x0bTwo\u2028Three"}
        ]
    }

    assert lines(resume) == ["Work Experience", "Acme Inc.", "One", "Two", "Three"]


@pytest.mark.parametrize(("score", "shown"), [("3.5/4.0", "GPA: 3.5/4.0"), ("cum laude", "cum laude")])
def test_a_grade_gets_its_word_where_it_needs_one(score: str, shown: str) -> None:
    assert lines({"education": [{"score": score}]}) == ["Education", shown]


def test_an_empty_resume_is_an_empty_sheet() -> None:
    assert lines({}) == []
    assert (
        lines({"work": [{}, {"name": "  "}], "skills": [{"keywords": [""]}], "basics": {"summary": "\n"}})
        == []
    )


@pytest.mark.parametrize("name", RESUMES)
def test_each_text_of_a_sample_stands_on_its_sheet(name: str) -> None:
    resume = sample(name)
    found = " ".join(lines(resume, purpose="federal"))

    for job in resume["work"]:
        assert all(text in found for text in (job["name"], job["position"], *job["highlights"]))


@given(st.text(st.characters(codec="utf-8")))
def test_a_line_is_always_one_line(written: str) -> None:
    (block,) = layout.lay_out({"work": [{"name": "x", "summary": written}]}).blocks

    for line in block.entries[0].lines():
        assert line == " ".join(line.split())
        assert line.isprintable() or any(ord(letter) > 0x7F for letter in line)


def test_a_letter_is_laid_out_with_its_signature() -> None:
    sheet = letters.lay_out(sample("letter"))

    assert sheet.lines()[:5] == [
        "Dana Whitlock",
        "Phoenix, AZ",
        "(602) 555-0142",
        "dana.whitlock@example.org",
        "November 20, 2026",
    ]
    assert sheet.lines()[-2:] == ["Sincerely,", "Dana Whitlock"]


def test_a_letter_of_the_desk_becomes_paragraphs_without_the_posting() -> None:
    content = letters.blank() | {
        "posting": "We seek a clerk.",
        "to": "Ms. Raman\nCopper State",
        "greeting": "Dear Ms. Raman,",
        "why": "Why.\n\nMore.",
        "hard": "I left.",
        "closing": "Sincerely,",
        "language": "es",
    }
    letter = letters.to_letter(content, {"name": "Ada Quill"}, "2026-11-20")

    assert writing.sheet_of(letter).lines() == [
        *("Ada Quill", "20 de noviembre de 2026", "Ms. Raman", "Copper State", "Dear Ms. Raman,"),
        *("Why.", "More.", "I left.", "Sincerely,", "Ada Quill"),
    ]
    assert letters.to_letter(content)["basics"] == {}


@pytest.mark.parametrize(
    ("letter", "path"),
    [
        ([], ""),
        ("Dear Sir", ""),
        ("x", "x-letter"),
        ({"greeting": 1}, "x-letter/greeting"),
        ({"to": "Ms. Raman"}, "x-letter/to"),
        ({"paragraphs": [1]}, "x-letter/paragraphs/0"),
        ({"language": ["en"]}, "x-letter/language"),
    ],
)
def test_a_letter_of_another_shape_is_refused_by_its_place(letter: Any, path: str) -> None:
    written = letter if path == "" else {"x-letter": letter}
    with pytest.raises(WrongShape) as refused:
        writing.sheet_of(written)

    assert refused.value.path == path


def test_a_letter_of_no_day_is_refused() -> None:
    with pytest.raises(WrongDate):
        writing.sheet_of({"x-letter": {"date": "2026-02-31"}})
