"""A posting beside a résumé: what it asks for, where that is said, and where it could truthfully stand."""

import time
from datetime import date
from typing import Any

import pytest

from offramp.paper import postings
from offramp.paper.postings import Asked
from offramp.paper.wording import Phrase, Phrases
from tests.paper.postings import ENCODED, HOSPITAL, SPANISH, WAREHOUSE

RESUME: dict[str, Any] = {
    "basics": {"label": "Bilingual coordinator", "summary": "Calm under pressure, in Spanish and English."},
    "work": [
        {
            "name": "U.S. Customs and Border Protection",
            "position": "Officer",
            "startDate": "2012-03",
            "endDate": "2019-06",
            "highlights": [
                "Scheduled appointments for families",
                "Wrote reports on incidents",
                "Kept the docket",
            ],
        },
        {"name": "Sunland", "position": "Driver", "startDate": "2019-07", "highlights": ["Drove a forklift"]},
    ],
    "education": [{"institution": "Pima College", "studyType": "Associate of Arts", "area": "History"}],
    "skills": [{"name": "Office", "keywords": ["Excel", "Custommer service"]}],
    "languages": [{"language": "Spanish", "fluency": "Native"}],
}


def asked(posting: str, resume: dict[str, Any] = RESUME, **more: Any) -> dict[str, Asked]:
    return {one.text: one for one in postings.compare(posting, resume, **more)}


def test_what_a_hospital_asks_for_is_found_and_nothing_else() -> None:
    assert {text: one.kind for text, one in asked(HOSPITAL).items()} == {
        "patient intake": "skill",
        "schedule appointments": "skill",
        "Calm tense situations": "skill",
        "accurate records": "skill",
        "Epic": "tool",
        "High school diploma": "education",
        "Bachelor's degree": "education",
        "2+ years of experience in customer service": "years",
        "customer service": "skill",
        "Bilingual": "skill",
        "English": "language",
        "Spanish": "language",
        "Microsoft Office": "tool",
        "Excel": "tool",
        "CPR": "certificate",
        "Comfortable standing for long periods": "requirement",
    }


def test_each_thing_says_where_it_stands_or_could() -> None:
    found = asked(HOSPITAL)

    assert found["schedule appointments"].said_in == "work/0/highlights/0"
    assert found["Excel"].said_in == "skills/0/keywords/0"
    assert found["Bilingual"].said_in == "basics/label"
    assert (found["CPR"].is_said, found["CPR"].said_in, found["CPR"].could_stand_in) == (
        False,
        "",
        "certificates",
    )
    assert (found["Epic"].is_said, found["Epic"].could_stand_in) == (False, "skills")


def test_a_higher_degree_says_a_lower_one_and_not_the_other_way_round() -> None:
    found = asked(HOSPITAL)

    assert found["High school diploma"].said_in == "education/0/studyType"
    assert not found["Bachelor's degree"].is_said


def test_a_slip_of_the_pen_is_no_gap() -> None:
    assert asked(HOSPITAL)["customer service"].said_in == "skills/0/keywords/1"


def test_years_count_in_what_they_were_asked_in() -> None:
    years = "five years of experience in logistics"
    drove = RESUME | {"skills": [{"name": "Logistics", "keywords": []}]}

    assert not asked(f"Must have {years}")[f"Must have {years}"].is_said
    assert asked(f"Must have {years}", drove)[f"Must have {years}"].is_said
    assert asked("Must have 20 years of experience")["Must have 20 years of experience"].is_said is False
    assert asked("Must have 7 years of experience")["Must have 7 years of experience"].said_in == "work"


def test_work_that_goes_on_counts_until_today() -> None:
    line = "Must have 14 years of experience"

    assert not asked(line)[line].is_said
    assert asked(line, today=date(2026, 11, 22))[line].is_said


def test_a_plain_text_posting_reads_as_well() -> None:
    found = asked(WAREHOUSE)

    assert found["CDL"].kind == "licence"
    assert found["Forklift certification"].kind == "certificate"
    assert found["SAP"].could_stand_in == "skills"
    assert not {"Word", "Python"} & set(found)


def test_a_spanish_posting_beside_an_english_resume() -> None:
    found = asked(SPANISH)

    assert found["español"].said_in == "basics/summary"
    assert not found["portugués"].is_said
    assert found["Excel"].is_said
    assert (
        found["informes" if "informes" in found else "Redacción de informes"].said_in == "work/0/highlights/1"
    )
    assert {found["Licencia de conducir"].kind, found["Licenciatura"].kind} == {"licence", "education"}
    assert "francés" not in found


def test_html_written_out_twice_is_read() -> None:
    assert [one.text for one in postings.compare(ENCODED, {})] == ["Spanish", "English", "SQL"]


def test_what_is_said_in_insiders_words_is_pointed_at() -> None:
    phrases = Phrases((Phrase("docket", ("docket",), ("caseload in court",), {"en": "."}, ()),))
    line = "Case management experience required"

    assert asked(line)["Case management"].meant_in == ""
    found = asked(line, phrases=phrases)["Case management"]
    assert (found.is_said, found.meant_in) == (False, "work/0/highlights/2")


def test_what_is_hidden_and_who_one_is_say_nothing() -> None:
    resume = {
        "basics": {"name": "Excel Spanish"},
        "skills": [{"name": "SQL", "keywords": ["SQL"], "x-hidden": True}],
    }

    assert [one.is_said for one in postings.compare("Requirements:\n- Excel\n- Spanish\n- SQL", resume)] == [
        False
    ] * 3


@pytest.mark.parametrize(
    "posting", ["", " \n ", "<p></p>", "We are an equal opportunity employer.", "Benefits\n- Excel"]
)
def test_a_posting_that_asks_nothing_gives_nothing(posting: str) -> None:
    assert postings.compare(posting, RESUME) == []


@pytest.mark.parametrize(
    "resume", [{}, {"work": "x", "basics": []}, {"work": [None, {"startDate": 3, "highlights": [1]}]}]
)
def test_a_resume_of_any_shape_is_laid_beside(resume: dict[str, Any]) -> None:
    assert [one.is_said for one in postings.compare("Requirements:\n- Excel", resume)] == [False]


def test_a_word_of_ordinary_speech_is_no_program() -> None:
    assert asked("Must have access to a car and a word for each of our teams") == {
        text: one
        for text, one in asked("Must have access to a car and a word for each of our teams").items()
        if one.kind != "tool"
    }


@pytest.mark.parametrize(
    "words", ["<", "<script", "<li>", "Excel Word SQL ", "a", "five years experience ", "must x\n", "&lt;"]
)
def test_twenty_thousand_characters_of_anything_are_read_in_time(words: str) -> None:
    begun = time.process_time()

    found = postings.compare(words * (40_000 // len(words)), RESUME)

    assert len(found) <= 60
    assert time.process_time() - begun < 3
