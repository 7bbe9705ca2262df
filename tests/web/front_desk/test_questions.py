"""Advisers' questions at the front desk: every organizer with access reads and answers them."""

from datetime import date

import pytest
from django.test import Client

from offramp.pairing import advice
from offramp.pairing.models import Question
from tests.cast import Person
from tests.web.counting import queries
from tests.web.signing_in import send, staff_visit, words


@pytest.fixture
def question(bo: Person, today: date) -> Question:
    return advice.ask(by=bo.keyholder, text="How long do we wait?", on=today)


def test_a_question_waits_until_it_is_answered_and_then_says_when_it_goes(
    question: Question, bo: Person, at_desk: Client
) -> None:
    assert "waits for our answer" in words(at_desk.get("/front-desk/questions/"))
    page = f"/front-desk/questions/{question.uuid}/"
    answer = send(at_desk, f"{page}answer/", {"text": "Two weeks."}, form_at=page)

    assert answer["Location"] == "/front-desk/questions/?told=answered"
    listed = words(at_desk.get(answer["Location"]))
    assert "No question is waiting." in listed
    assert "deleted on" in listed
    assert [said.text for said in advice.read(by=bo.keyholder, question=question)][1:] == ["Two weeks."]
    assert at_desk.get(f"{page}answer/")["Location"] == page


def test_an_empty_answer_is_not_sent(question: Question, at_desk: Client) -> None:
    page = f"/front-desk/questions/{question.uuid}/"
    answer = send(at_desk, f"{page}answer/", {"text": " "}, form_at=page)

    assert answer.status_code == 400
    assert "How long do we wait?" in words(answer)
    assert not Question.objects.get().is_answered


def test_one_question_costs_as_many_queries_as_three(
    question: Question, bo: Person, at_desk: Client, today: date
) -> None:
    one = queries(at_desk, "/front-desk/questions/")
    for text in ("And then?", "And after that?"):
        advice.ask(by=bo.keyholder, text=text, on=today)
    three = queries(at_desk, "/front-desk/questions/")
    assert one == three


def test_an_adviser_answers_nothing_here(question: Question, bo: Person, cy: Person) -> None:
    page = f"/front-desk/questions/{question.uuid}/"

    for adviser in (bo, cy):
        visit = staff_visit(adviser)
        assert visit.get(page).status_code == 404
        assert send(visit, f"{page}answer/", {"text": "Yes."}, form_at="/caseload/").status_code == 404
    assert not Question.objects.get().is_answered


def test_the_crisis_note_has_a_page(at_desk: Client) -> None:
    assert "Answer today" in words(at_desk.get("/front-desk/notes/"))
