"""Asking the front desk: warned first, answered later, and connected with nobody."""

from datetime import date

from django.test import Client

from offramp.pairing import advice
from offramp.pairing.models import Question
from tests.cast import Person
from tests.web.counting import queries
from tests.web.signing_in import send, staff_visit, words


def test_the_warning_stands_before_the_field_and_the_answer_below(
    bo: Person, di: Person, at_caseload: Client, today: date
) -> None:
    page = words(at_caseload.get("/caseload/questions/"))
    assert page.index("Do not quote the person") < page.index("<textarea")
    answer = send(at_caseload, "/caseload/questions/", {"text": "How long do we wait?"})
    assert answer["Location"] == "/caseload/questions/?told=asked"
    assert "waits for an answer" in words(at_caseload.get("/caseload/questions/"))

    question = Question.objects.get()
    assert "Nobody has answered yet." in words(at_caseload.get(f"/caseload/questions/{question.uuid}/"))
    advice.answer(by=di.keyholder, question=question, text="Two weeks.", on=today)
    shown = words(at_caseload.get(f"/caseload/questions/{question.uuid}/"))
    assert "Two weeks." in shown
    assert "Both are deleted on" in shown


def test_an_empty_question_is_not_asked(at_caseload: Client) -> None:
    assert send(at_caseload, "/caseload/questions/", {"text": "\n"}).status_code == 400
    assert not Question.objects.exists()


def test_a_stranger_sees_no_question_of_another(bo: Person, cy: Person, di: Person, today: date) -> None:
    question = advice.ask(by=bo.keyholder, text="How long do we wait?", on=today)

    assert "How long do we wait?" not in words(staff_visit(cy).get("/caseload/questions/"))
    for stranger in (cy, di):
        assert staff_visit(stranger).get(f"/caseload/questions/{question.uuid}/").status_code == 404
    assert staff_visit(di).get("/caseload/questions/").status_code == 404


def test_one_question_costs_as_many_queries_as_three(bo: Person, at_caseload: Client, today: date) -> None:
    advice.ask(by=bo.keyholder, text="How long do we wait?", on=today)
    one = queries(at_caseload, "/caseload/questions/")
    for text in ("And then?", "And after that?"):
        advice.ask(by=bo.keyholder, text=text, on=today)
    three = queries(at_caseload, "/caseload/questions/")
    assert one == three
