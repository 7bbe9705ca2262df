"""Whoever writes faster than a person does is asked to wait; nothing is lost, and nobody else waits."""

import time
from datetime import date

import pytest
from django.forms import Form
from django.test import Client

from offramp.pairing import advice, conversation, front_desk
from offramp.pairing.models import Draft, Handover, Question
from offramp.threads.models import Message
from offramp.web import limits, pace
from offramp.web.texts import NoteForm, TextForm
from tests.cast import Person, a_seeker, paired
from tests.web import staff_cast
from tests.web.signing_in import Answer, seeker_visit, send, staff_visit, words

# By their own names, so that each stays the fixture it is there.
today, organizers, di, ed = staff_cast.today, staff_cast.organizers, staff_cast.di, staff_cast.ed
ada, bo, cy = staff_cast.ada, staff_cast.bo, staff_cast.cy

SENTENCE = "That was a lot in a short time."


@pytest.fixture(autouse=True)
def fresh_buckets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "BUCKETS", limits.Buckets())


def write_much(person: Person) -> None:
    """As much as a minute allows."""
    for _ in range(pace.WRITTEN_A_MINUTE):
        assert pace.may_write(person.member)


def written() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (Message, Draft, Handover, Question))


def test_a_member_may_write_so_much_a_minute(ada: Person) -> None:
    write_much(ada)

    assert not pace.may_write(ada.member)


def test_and_so_much_an_hour_however_slowly(ada: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])

    tries = 0
    while pace.may_write(ada.member):
        tries, now[0] = tries + 1, now[0] + 5

    # One each five seconds is slow enough for the minute; meanwhile the hour gives back one each eighteen.
    assert pace.WRITTEN_AN_HOUR < tries < 1.5 * pace.WRITTEN_AN_HOUR


def test_a_rest_brings_it_back(ada: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    write_much(ada)
    later = time.monotonic() + 60
    monkeypatch.setattr(time, "monotonic", lambda: later)

    write_much(ada)


def test_nobody_else_waits(ada: Person, bo: Person) -> None:
    write_much(ada)

    assert pace.may_write(bo.member)
    assert pace.may_write(a_seeker().member)


def test_wrong_words_are_counted_apart_from_messages(ada: Person) -> None:
    tries = [pace.may_guess(ada.member) for _ in range(pace.WRONG_A_MINUTE + 1)]

    assert tries == [True] * pace.WRONG_A_MINUTE + [False]
    assert pace.may_write(ada.member)


def test_no_member_stands_in_memory(ada: Person) -> None:
    pace.may_write(ada.member)

    for key in pace.BUCKETS.levels:
        assert len(key) == 32
        assert ada.member.pk.bytes not in key


@pytest.mark.parametrize(
    ("form", "status"),
    [
        (TextForm({"text": "Hello."}), 429),
        (TextForm({"text": " "}), 400),
        (NoteForm({"text": "x" * 10_001}), 400),
        (NoteForm({"text": ""}), 0),  # a note left out fills nothing
    ],
)
def test_a_form_is_refused_for_what_is_wrong_with_it(ada: Person, form: Form, status: int) -> None:
    write_much(ada)

    assert pace.refusal(form, of=ada.member) == status
    assert (SENTENCE in str(form.errors)) == (status == 429)


def assert_comes_back(answer: Answer) -> None:
    assert answer.status_code == 429
    assert SENTENCE in words(answer)
    assert "My own words.</textarea>" in words(answer)


@pytest.mark.parametrize("page", ["messages/", "change/"])
def test_a_seekers_text_stays_in_its_form(
    ada: Person, bo: Person, di: Person, today: date, page: str
) -> None:
    pairing = paired(ada, bo, di, today=today)
    cy, before = a_seeker("Another."), written()
    write_much(ada)

    form_at = "/place/" if page == "messages/" else "/place/change/"
    fields = {"text": "My own words."}
    assert_comes_back(send(seeker_visit(ada), f"/place/{page}", fields, form_at=form_at))
    assert written() == before
    assert pairing.request.pairings.live().exists()

    answer = send(seeker_visit(cy), "/place/messages/", fields, form_at="/place/")
    assert answer["Location"] == "/place/#last"


def test_nobody_is_kept_from_leaving_an_adviser(ada: Person, bo: Person, di: Person, today: date) -> None:
    paired(ada, bo, di, today=today)
    write_much(ada)

    assert send(seeker_visit(ada), "/place/change/", {"text": ""})["Location"] == "/place/"
    assert not ada.request.pairings.live().exists()


@pytest.mark.parametrize("page", ["messages/", "draft/", "handover/"])
def test_an_advisers_text_stays_in_its_form(
    ada: Person, bo: Person, di: Person, today: date, page: str
) -> None:
    pairing = paired(ada, bo, di, today=today)
    write_much(bo)
    before, path = written(), f"/caseload/{pairing.pk}/"

    form_at = path + page if page == "handover/" else path
    assert_comes_back(send(staff_visit(bo), path + page, {"text": "My own words."}, form_at=form_at))
    assert written() == before


def test_a_question_stays_in_its_form_and_another_adviser_asks(bo: Person, cy: Person) -> None:
    write_much(bo)
    fields = {"text": "My own words."}

    assert_comes_back(send(staff_visit(bo), "/caseload/questions/", fields))
    assert not Question.objects.exists()
    assert send(staff_visit(cy), "/caseload/questions/", fields)["Location"].endswith("told=asked")


@pytest.mark.parametrize("page", ["messages/", "closing/"])
def test_an_organizers_text_stays_in_its_form(ada: Person, di: Person, ed: Person, page: str) -> None:
    front_desk.mark_read(by=di.member, request=ada.request)
    write_much(di)
    path, before = f"/front-desk/requests/{ada.request.uuid}/", written()
    form_at = path + page if page == "closing/" else path
    fields = {"text": "My own words."}

    assert_comes_back(send(staff_visit(di), path + page, fields, form_at=form_at))
    assert (written(), ada.request.is_closed) == (before, False)
    assert send(staff_visit(ed), path + page, fields, form_at=form_at).status_code == 302
    assert conversation.read_as_seeker(by=ada.keyholder, request=ada.request)[-1].text == "My own words."


def test_an_answer_to_a_question_stays_in_its_form(bo: Person, di: Person, today: date) -> None:
    question = advice.ask(by=bo.keyholder, text="How long do we wait?", on=today)
    write_much(di)
    path, before = f"/front-desk/questions/{question.uuid}/", written()

    assert_comes_back(send(staff_visit(di), f"{path}answer/", {"text": "My own words."}, form_at=path))
    assert written() == before


def test_reading_goes_on_while_one_waits_to_write(ada: Person) -> None:
    write_much(ada)
    client: Client = seeker_visit(ada)

    for path in ("/place/", "/place/copy/", "/place/burning/", "/place/new-code/"):
        assert client.get(path).status_code == 200
