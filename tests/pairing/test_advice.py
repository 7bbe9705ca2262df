"""Advice: between one adviser and the front desk, and gone thirty days after the answer."""

from datetime import timedelta

import pytest

from offramp.pairing import advice
from offramp.pairing.models import Question
from offramp.threads.models import Message, Thread
from tests.cast import TODAY, Person


def texts(person: Person, question: Question) -> list[str]:
    return [said.text for said in advice.read(by=person.keyholder, question=question)]


def test_the_question_and_answer_are_read_by_both_sides(
    bo: Person, cy: Person, di: Person, ed: Person
) -> None:
    question = advice.ask(by=bo.keyholder, text="How do I speak about a gap?", on=TODAY)
    advice.answer(by=ed.keyholder, question=question, text="In one sentence.", on=TODAY)

    for person in (bo, di, ed):
        assert texts(person, question) == ["How do I speak about a gap?", "In one sentence."]
    assert texts(cy, question) == []
    assert list(Question.objects.for_member(cy.member)) == []
    assert advice.read_all(by=cy.keyholder, questions=[question]) == []


def test_sent_twice_it_is_one_question_and_one_answer(bo: Person, di: Person) -> None:
    first = advice.ask(by=bo.keyholder, text="How long do we wait?", on=TODAY)
    assert advice.ask(by=bo.keyholder, text="How long do we wait?", on=TODAY) == first
    advice.answer(by=di.keyholder, question=first, text="Two weeks.", on=TODAY)
    advice.answer(by=di.keyholder, question=first, text="Two weeks.", on=TODAY)

    assert Message.objects.count() == 2
    again = advice.ask(by=bo.keyholder, text="How long do we wait?", on=TODAY)
    assert again != first


def test_thirty_days_after_the_answer_nothing_of_it_is_left(bo: Person, di: Person) -> None:
    question = advice.ask(by=bo.keyholder, text="How long do we wait?", on=TODAY)
    waiting = advice.ask(by=bo.keyholder, text="And then?", on=TODAY)
    advice.answer(by=di.keyholder, question=question, text="Two weeks.", on=TODAY)

    assert advice.erase_old(on=TODAY + timedelta(days=29)) == 0
    assert advice.erase_old(on=TODAY + timedelta(days=30)) == 1
    assert list(Question.objects.all()) == [waiting]
    assert list(Thread.objects.all()) == [waiting.thread]


def test_only_advisers_ask_and_only_organizers_answer(ada: Person, bo: Person, di: Person) -> None:
    question = advice.ask(by=bo.keyholder, text="How long do we wait?", on=TODAY)

    for person in (ada, di):
        with pytest.raises(advice.NotYours):
            advice.ask(by=person.keyholder, text="May I?", on=TODAY)
    for person in (ada, bo):
        with pytest.raises(advice.NotYours):
            advice.answer(by=person.keyholder, question=question, text="Yes.", on=TODAY)
    assert not Question.objects.get().is_answered
