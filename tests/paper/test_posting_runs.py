"""A posting pasted as one paragraph is taken apart as somebody reading it would."""

import time

import pytest

from offramp.paper.postings import compare, pieces

SHELTER = (
    "Sunrise Shelter is hiring a bilingual case manager. Must have a valid driver's license, reliable "
    "transportation and two years of experience in case management. Spanish required; Haitian Creole a "
    "plus. We offer medical, dental and training in Excel. Sunrise Shelter is an equal opportunity employer."
)
WAREHOUSE = (
    "Warehouse Lead • Full time • Requirements: forklift certification; 3+ years of warehouse experience; "
    "able to lift 50 lbs • Benefits: 401(k), French lessons • Apply at jobs@example.org"
)
GUARD = (
    "Security Officer, nights. What you need: guard card, clean driving record, CPR certification. What "
    "you'll do: patrol the site, greet visitors. About us: we are a family-owned company with strong "
    "values and a love of Tableau."
)
FEDERAL = (
    "Records Clerk. The Bureau of Maps is the nation's home of maps. Type of Appointment: Permanent. "
    "SPECIALIZED EXPERIENCE: For GS-7: One year of specialized experience equivalent to the GS-5 in "
    "keeping records of maps; planning the sequence of work. KNOWLEDGE, SKILLS AND ABILITIES (KSAs): 1. "
    "Knowledge of the customary ways in which maps are stored and lent. 2. Customer Service - Works with "
    "those who read maps; listens to them. Salary Range: $40,000."
)
SPANISH = (
    "Se solicita trabajador social. Requisitos: 1. Licenciatura en trabajo social 2. Dos años de "
    "experiencia en atención al público 3. Dominio del español. Ofrecemos: seguro médico y clases de "
    "francés. Debe tener disponibilidad de horario, vehículo propio y licencia de conducir."
)


def asked(posting: str) -> list[str]:
    return [one.text for one in compare(posting, {})]


def test_a_list_in_a_sentence_is_several_things() -> None:
    assert asked(SHELTER) == [
        "bilingual",
        "driver's license",
        "reliable transportation",
        "two years of experience in case management",
        "case management",
        "Spanish",
        "Haitian Creole",
    ]


def test_bullets_and_semicolons_in_the_run_part_what_is_asked() -> None:
    assert asked(WAREHOUSE) == [
        "forklift certification",
        "3+ years of warehouse experience",
        "warehouse",
        "able to lift 50 lbs",
    ]


def test_headings_in_the_run_are_headings() -> None:
    assert asked(GUARD) == ["guard card", "clean driving record", "CPR", "patrol"]


def test_a_federal_posting_is_told_by_its_headings_and_numbers() -> None:
    assert asked(FEDERAL) == [
        "One year of specialized experience equivalent to the GS-5 in keeping records of maps",
        "planning the sequence of work.",
        "Knowledge of the customary ways in which maps are stored and lent.",
        "Customer Service",
    ]


def test_a_spanish_run_is_read_and_what_must_be_counts_even_after_the_benefits() -> None:
    assert asked(SPANISH) == [
        "Licenciatura",
        "Dos años de experiencia en atención al público",
        "atención al público",
        "español",
        "Debe tener disponibilidad de horario",
        "vehículo propio",
        "licencia de conducir",
    ]


def test_where_nothing_is_asked_for_the_skills_it_names_are_better_than_nothing() -> None:
    posting = "The county fills desks. Through interactive interviewing and fact gathering, clerks find out."

    assert asked(posting) == ["interviewing"]


def test_a_short_line_and_an_abbreviation_stay_whole() -> None:
    assert [piece.text for piece in pieces.pieces("Bachelor's degree (B.A. or B.S.) preferred")] == [
        "Bachelor's degree (B.A. or B.S.) preferred"
    ]
    long = "Please have a degree such as a B.A. in History or an M.A. from the U.S. Academy, or both."

    assert [piece.text for piece in pieces.pieces(long)] == [long]


@pytest.mark.parametrize(
    "words",
    ["1. a ", "A: ", "Must have a, ", "A b. ", "QUALIFICATIONS ", "• ", "; ", "AB CD ", "A - B", ", "],
)
def test_taking_apart_takes_time_by_length_alone(words: str) -> None:
    begun = time.process_time()

    compare(words * (40_000 // len(words)), {})

    assert time.process_time() - begun < 3
