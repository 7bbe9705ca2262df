"""One request: opened by an act of its own, answered, closed; and nobody's once it is paired."""

from datetime import date

import pytest
from django.test import Client

from offramp.pairing import conversation, front_desk, offers
from offramp.pairing.cards import Asked
from offramp.people.models import Session
from offramp.threads.models import Message
from tests.cast import Person, a_seeker, paired
from tests.web.signing_in import send, staff_visit, words

CLOSED_KINDLY = "We have closed your request, as you asked."


def path(seeker: Person, page: str = "") -> str:
    return f"/front-desk/requests/{seeker.request.uuid}/{page}"


@pytest.fixture
def read(ada: Person, di: Person) -> Person:
    front_desk.mark_read(by=di.member, request=ada.request)
    return ada


def test_looking_changes_nothing_and_opening_is_a_button(ada: Person, at_desk: Client) -> None:
    assert at_desk.get(path(ada))["Location"] == "/front-desk/"
    assert at_desk.get(path(ada, "reading/"))["Location"] == path(ada)
    assert not ada.request.is_read

    assert send(at_desk, path(ada, "reading/"), form_at="/front-desk/")["Location"] == path(ada)
    assert ada.request.is_read
    page = words(at_desk.get(path(ada)))
    assert "I am drowning in this place." in page
    assert "<title>Request " in page


def test_red_lines_stand_above_everything_said(di: Person, at_desk: Client, today: date) -> None:
    words_of_hers = "Nobody from <my> church."
    lines = {"red_lines": ("nobody-from-ice", "gone-line"), "red_line_words": words_of_hers}
    seeker = a_seeker("I want out.", asked=Asked(day=today, **lines), today=today)  # type: ignore[arg-type]
    front_desk.mark_read(by=di.member, request=seeker.request)

    page = words(at_desk.get(path(seeker)))
    shown = ["Nobody who has worked for ICE", "“gone-line”", "Nobody from &lt;my&gt; church.", "I want out."]
    places = [page.index(one) for one in shown]
    assert places == sorted(places)


def test_an_answer_reaches_the_seeker_and_once_when_sent_twice(read: Person, at_desk: Client) -> None:
    for _ in range(2):
        answer = send(
            at_desk, path(read, "messages/"), {"text": "Evenings?\r\nOr mornings?"}, form_at=path(read)
        )
        assert answer["Location"] == path(read) + "?told=sent"

    said = conversation.read_as_seeker(by=read.keyholder, request=read.request)
    assert [one.text for one in said][1:] == ["Evenings?\nOr mornings?"]
    assert "Evenings?\nOr mornings?" in words(at_desk.get(path(read)))


def test_ready_words_fill_the_field_by_a_link(read: Person, at_desk: Client) -> None:
    page = words(at_desk.get(path(read)))
    assert 'href="?start=still-looking#text"' in page
    assert "When somebody may be in danger" in page

    assert "We have not forgotten you." in words(at_desk.get(path(read) + "?start=still-looking"))
    assert "</textarea>" in words(at_desk.get(path(read) + "?start=no-such-words"))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (" \n ", "Please write something first."),
        ("x" * 10_001, "longer than 10000"),
        ("One thing:\n\n[your question]\n", "Please fill in this gap first: [your question]"),
    ],
)
def test_what_cannot_be_sent_comes_back_with_its_text(
    read: Person, at_desk: Client, text: str, says: str
) -> None:
    answer = send(at_desk, path(read, "messages/"), {"text": text}, form_at=path(read))

    assert answer.status_code == 400
    assert says in words(answer)
    assert text.strip() in words(answer)
    assert Message.objects.count() == 1


@pytest.mark.parametrize(
    "text", ["x" * 10_000, "שלום לך", "🌲🌲", "<script>alert(1)</script>", "'; DROP TABLE--", "[mine]"]
)
def test_whatever_else_is_written_arrives_as_it_was(read: Person, at_desk: Client, text: str) -> None:
    send(at_desk, path(read, "messages/"), {"text": text}, form_at=path(read))

    assert conversation.read_as_seeker(by=read.keyholder, request=read.request)[-1].text == text
    assert "<script>alert" not in words(at_desk.get(path(read)))


def test_an_answer_sent_after_the_visit_ended_is_kept_and_not_sent(read: Person, at_desk: Client) -> None:
    at_desk.get(path(read))
    Session.objects.all().delete()

    answer = send(at_desk, path(read, "messages/"), {"text": "A long answer."}, form_at="/return/")
    assert answer.status_code == 409
    assert "A long answer." in words(answer)
    assert Message.objects.count() == 1


def test_a_kept_answer_stands_in_the_field_once(read: Person, di: Person) -> None:
    visit = staff_visit(di)
    session = visit.session
    session["kept"] = {"text": "A long answer.", "path": f"{path(read)}messages/"}
    session.save()

    page = words(visit.get(path(read)))
    assert "You were away. Your text is still here, not sent yet." in page
    assert "A long answer.</textarea>" in page
    assert "A long answer." not in words(visit.get(path(read)))


def test_closing_starts_from_a_reason_and_tells_the_seeker(read: Person, at_desk: Client) -> None:
    assert CLOSED_KINDLY in words(at_desk.get(path(read, "closing/") + "?start=asked"))
    answer = send(at_desk, path(read, "closing/"), {"text": CLOSED_KINDLY})

    assert answer["Location"] == "/front-desk/?told=closed"
    assert read.request.is_closed
    assert conversation.read_as_seeker(by=read.keyholder, request=read.request)[-1].text == CLOSED_KINDLY


def test_closing_needs_words(read: Person, at_desk: Client) -> None:
    answer = send(at_desk, path(read, "closing/"), {"text": ""})

    assert answer.status_code == 400
    assert not read.request.is_closed


def test_closing_what_an_adviser_is_looking_at_is_refused_kindly(
    read: Person, bo: Person, di: Person, at_desk: Client, today: date
) -> None:
    offers.make(by=di.keyholder, request=read.request, adviser=bo.member, on=today)
    answer = send(at_desk, path(read, "closing/"), {"text": "Sorry."})

    assert answer["Location"] == path(read) + "?told=still-offered"
    assert "Withdraw the offer first." in words(at_desk.get(answer["Location"]))
    assert not read.request.is_closed


@pytest.mark.parametrize("page", ["", "closing/", "advisers/"])
def test_once_paired_the_pages_are_nobodys_at_the_front_desk(
    ada: Person, bo: Person, di: Person, ed: Person, today: date, page: str
) -> None:
    paired(ada, bo, di, today=today)

    for person in (di, ed, bo):
        assert staff_visit(person).get(path(ada, page)).status_code == 404


@pytest.mark.parametrize("page", ["reading/", "messages/", "closing/", "offers/", "sweep-undo/"])
def test_once_paired_nothing_is_done_with_it_at_the_front_desk(
    ada: Person, bo: Person, di: Person, ed: Person, today: date, page: str
) -> None:
    paired(ada, bo, di, today=today)

    for person, form_at in ((ed, "/front-desk/"), (bo, "/caseload/")):
        fields = {"text": "Hello?", "adviser": str(bo.member.pk)}
        assert send(staff_visit(person), path(ada, page), fields, form_at=form_at).status_code == 404
    assert Message.objects.count() == 1
