"""Insiders' words are found in a sentence, and what is offered instead fits into it."""

import time

import pytest

from offramp.paper import wording
from offramp.paper.wording import Phrase, Phrases
from offramp.paper.wording.forms import Part, forms, inflected

WHY = {"en": "Because.", "es": "Porque."}


def phrase(name: str, insider: str, *civilian: str, part: Part = Part.FIXED) -> Phrase:
    return Phrase(name, (insider,), civilian, WHY, ("27-3091.00",), part)


SCHOOL = Phrases(
    (
        phrase(
            "grade",
            "~grade papers",
            "~assess written work",
            "~review and ~assess written work",
            part=Part.VERB,
        ),
        phrase("iep", "~IEP", "individual learning ~plan", part=Part.NOUN),
        phrase("iep-meetings", "~run IEP meetings", "~lead meetings on learning plans", part=Part.VERB),
        phrase("pupil", "~pupil", "~person in school", part=Part.NOUN),
        phrase("homeroom", "homeroom teacher", "{} (guidance and records)"),
        phrase("register", "roll-book", "attendance records"),
        phrase("section", "504(b)", "accommodation plan"),
        phrase("series", "GS-1701", "education work"),
        phrase("trips", "away days", "journeys with young people", "school journeys"),
        phrase("sis", "SIS", "a school records system"),
    )
)


def accepted(text: str, choice: int = 0) -> str:
    """The text with every offer taken, from the end so that the places stay true."""
    for offer in reversed(wording.offers(text, SCHOOL)):
        assert text[offer.start : offer.end] == offer.old
        text = offer.accept(text, choice)
    return text


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("Graded papers daily", "Assessed written work daily"),
        ("I grade papers.", "I assess written work."),
        ("He grades papers.", "He assesses written work."),
        ("Grading papers calmly", "Assessing written work calmly"),
        ("The papers: graded papers.", "The papers: assessed written work."),
        ("Ran IEP meetings", "Led meetings on learning plans"),
        ("IEP meetings are run", "Individual learning plan meetings are run"),
        ("GRADED PAPERS", "ASSESSED WRITTEN WORK"),
        ("504(b) forms", "Accommodation plan forms"),
        ("IEP/504(b)", "Individual learning plan/accommodation plan"),
    ],
)
def test_a_verb_keeps_the_form_it_has(said: str, plain: str) -> None:
    assert accepted(said) == plain


def test_every_verb_of_an_alternative_takes_the_form() -> None:
    assert accepted("Graded papers.", 1) == "Reviewed and assessed written work."


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("Wrote an IEP and two IEPs", "Wrote an individual learning plan and two individual learning plans"),
        ("a pupil, pupils", "a person in school, people in school"),
        ("an IEP", "an individual learning plan"),
        ("A roll-book", "An attendance records"),
    ],
)
def test_a_noun_keeps_its_number_and_its_article_fits(said: str, plain: str) -> None:
    assert accepted(said) == plain


def test_an_article_that_fits_is_left_alone() -> None:
    assert [offer.old for offer in wording.offers("He wrote an IEP", SCHOOL)] == ["IEP"]
    assert [offer.old for offer in wording.offers("He was an homeroom teacher", SCHOOL)] == [
        "an homeroom teacher"
    ]


def test_the_longest_phrase_wins_and_no_word_is_offered_twice() -> None:
    found = wording.offers("Ran IEP meetings for each pupil", SCHOOL)

    assert [(offer.id, offer.old) for offer in found] == [
        ("iep-meetings", "Ran IEP meetings"),
        ("pupil", "pupil"),
    ]


def test_a_title_stays_and_is_explained_once() -> None:
    once = accepted("Homeroom teacher, two schools")

    assert once == "Homeroom teacher (guidance and records), two schools"
    assert accepted(once) == once
    assert wording.offers("Individual plans (IEP)", SCHOOL) == []


@pytest.mark.parametrize(
    "text",
    [
        "iep",
        "ieps and Iep",
        "pupil-teacher ratio",
        "an ex-pupil",
        "Homeroom Teacher Training",
        "grade\npapers",
        "upgrade papers",
        "",
    ],
)
def test_what_only_looks_alike_is_left_alone(text: str) -> None:
    assert wording.offers(text, SCHOOL) == []


def test_signs_inside_a_phrase_belong_to_it() -> None:
    assert (
        accepted("Wrote 504(b) forms; roll book, roll-book")
        == "Wrote accommodation plan forms; roll book, attendance records"
    )


def test_a_series_is_taken_with_its_grade() -> None:
    assert accepted("GS-1701-12, Tucson") == "Education work, Tucson"


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("Led Away Days in May", "Led journeys with young people in May"),
        ("Budgets; Away Days", "Budgets; Journeys with young people"),
        ("Away days", "Journeys with young people"),
        ("Wrote the away days budget", "Wrote the school journeys budget"),
        ("Kept SIS up to date", "Kept SIS up to date"),
        ("Marks go into SIS", "Marks go into a school records system"),
        ("Kept the SIS and a new SIS", "Kept the school records system and a new school records system"),
        ("Away days of the year", "School journeys of the year"),
    ],
)
def test_what_is_offered_fits_what_stands_before_and_behind(said: str, plain: str) -> None:
    assert accepted(said) == plain


def test_no_offer_changes_a_text_unasked() -> None:
    text = "Graded papers"

    wording.offers(text, SCHOOL)

    assert text == "Graded papers"
    with pytest.raises(IndexError):
        wording.offers(text, SCHOOL)[0].accept(text, 2)


def test_an_offer_says_why_in_the_readers_language_or_in_english() -> None:
    offer = wording.offers("IEP", SCHOOL)[0]

    assert (offer.why_in("es-mx"), offer.why_in("fr")) == ("Porque.", "Because.")
    assert offer.occupations == ("27-3091.00",)


@pytest.mark.parametrize(
    ("verb", "written"),
    [
        ("carry", {"carry": "base", "carries": "third", "carried": "past", "carrying": "ing"}),
        ("plan", {"plan": "base", "plans": "third", "planned": "past", "planning": "ing"}),
        ("search", {"search": "base", "searches": "third", "searched": "past", "searching": "ing"}),
        ("take", {"take": "base", "takes": "third", "took": "past", "taken": "past", "taking": "ing"}),
        ("convey", {"convey": "base", "conveys": "third", "conveyed": "past", "conveying": "ing"}),
    ],
)
def test_verbs_are_written_as_english_writes_them(verb: str, written: dict[str, str]) -> None:
    assert forms(verb, Part.VERB) == written


def test_only_marked_words_are_inflected() -> None:
    assert inflected("~search and ~log old files", Part.VERB, "ing") == "searching and logging old files"
    assert inflected("~summary of cases", Part.NOUN, "many") == "summaries of cases"


def test_a_spanish_text_gets_no_english_words() -> None:
    assert wording.offers("Redacté un IEP para cada niño", SCHOOL) == []
    assert wording.offers("Wrote an IEP in El Paso de Robles", SCHOOL) != []


def test_a_long_text_takes_as_long_as_its_length() -> None:
    begun = time.process_time()

    found = wording.offers("Graded papers for each pupil, IEP by IEP. " * 1000, SCHOOL)

    assert len(found) == 4000
    assert time.process_time() - begun < 5
