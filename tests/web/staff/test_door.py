"""The staff's door: one form, one answer to everything that does not open it, and no text lost before it."""

import html
import re

import pytest
from django.test import Client

from offramp.people import codes, front_desk
from offramp.people.models import SecondFactor
from offramp.sealed.codes import Code
from offramp.sealed.keys import fingerprint
from offramp.web import limits
from offramp.web.limits import Buckets
from tests.cast import TODAY, Person, a_seeker, an_adviser, an_organizer
from tests.web.signing_in import Answer, next_number, send, staff_visit, words
from tests.web.visitors import from_our_page

pytestmark = pytest.mark.django_db

SECRETS = re.compile(r'(name="(?:csrfmiddlewaretoken|question)" value="|data-options=")[^"]*')


def enter(client: Client, code: Code | str, number: str, **fields: str) -> Answer:
    return send(client, "/staff/", {"code": str(code), "number": number, **fields})


def test_code_and_number_lead_home(di: Person) -> None:
    bo = an_adviser("Bo")

    assert staff_visit(di).get("/staff/")["Location"] == "/front-desk/"
    assert staff_visit(bo).get("/staff/")["Location"] == "/caseload/"


def test_an_organizer_without_access_is_told_whom_to_ask_and_what_to_compare(di: Person) -> None:
    fay = an_organizer("Fay")

    page = words(staff_visit(fay).get("/staff/"))

    assert fingerprint(bytes(fay.member.public_key)) in page
    assert "It can be done by: Di, Ed." in page
    assert 'href="/front-desk/"' not in page


def test_the_waiting_ends_when_access_is_given(di: Person) -> None:
    fay = an_organizer("Fay")
    client = staff_visit(fay)

    front_desk.give_access(by=di.keyholder, to=fay.member, on=TODAY)

    assert client.get("/staff/")["Location"] == "/front-desk/"


def test_every_refusal_is_the_same_status_bytes_and_headers(di: Person, ed: Person) -> None:
    bo, ada, replaced, locked = an_adviser("Bo"), a_seeker(), an_adviser("Eve"), an_adviser("Gus")
    dead = replaced.code
    codes.replace(by=replaced.keyholder, code=Code.draw(), on=TODAY)
    SecondFactor.objects.filter(member=locked.member).update(failures=10)
    front_desk.remove_organizer(by=di.keyholder, organizer=removed(di).member, on=TODAY)
    used = next_number(bo)
    enter(from_our_page(), bo.code, used)

    answers = {
        "no code": refused(Code.draw(), "123456"),
        "seeker": refused(ada.code, "123456"),
        "wrong number": refused(di.code, "no"),
        "used number": refused(bo.code, used),
        "right number of another": refused(di.code, ed.number()),
        "replaced": refused(dead, replaced.number()),
        "locked": refused(locked.code, locked.number()),
    }

    assert "do not belong together here" in answers["no code"][1]
    assert {name: answer == answers["no code"] for name, answer in answers.items()} == dict.fromkeys(
        answers, True
    )


def removed(di: Person) -> Person:
    fay = an_organizer("Fay")
    front_desk.give_access(by=di.keyholder, to=fay.member, on=TODAY)
    return fay


def refused(code: Code, number: str) -> tuple[int, str, dict[str, str]]:
    answer = enter(from_our_page(), code, number)
    page = SECRETS.sub(r"\1", words(answer)).replace(str(code), "")
    headers = {name: value for name, value in answer.headers.items() if name != "Content-Length"}
    assert len(answer.content) == int(answer["Content-Length"])
    assert "__Host-place" not in answer.cookies
    return answer.status_code, page, headers


def test_a_mistyped_word_is_named_with_its_nearest(di: Person) -> None:
    typed = ["harvset", *di.code.words[1:]]

    answer = enter(from_our_page(), " ".join(typed), di.number())

    assert answer.status_code == 400
    assert "“harvset” is not in our list of words. Is it one of these: harvest" in html.unescape(
        words(answer)
    )
    assert SecondFactor.objects.get(member=di.member).failures == 0


@pytest.mark.parametrize(
    ("code", "number", "sentence"),
    [
        ("", "123456", "Please type the eight words of your code."),
        ("   ", "123456", "Please type the eight words of your code."),
        ("one two", "123456", "A code has eight words; these are 2 words."),
        ("harvest " * 60, "123456", "That is more than eight words."),
        ("<script>alert(1)</script>", "1' OR '1'='1", "A code has eight words"),
        ("\x00😀שלום", "123456", "A code has eight words; this is 1 word."),
        ("harvest", "", "Type the six digits that your app shows now."),
        ("harvest", "1" * 21, "at most 20 characters"),
    ],
)
def test_what_is_no_code_or_number_gets_a_sentence(db: None, code: str, number: str, sentence: str) -> None:
    answer = enter(from_our_page(), code, number)

    assert answer.status_code == 400
    assert sentence in words(answer)
    assert "<script>alert" not in words(answer)


def test_many_wrong_tries_are_told_to_wait_and_keep_nobody_out(
    di: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "BUCKETS", Buckets())
    client = from_our_page()
    client.defaults["HTTP_X_FORWARDED_FOR"] = "203.0.113.9"
    answers = [words(enter(client, Code.draw(), "123456")) for _ in range(31)]

    assert ["That was often." in answer for answer in answers] == [False] * 30 + [True]
    assert enter(client, di.code, next_number(di)).status_code == 302


def test_somebody_signed_in_who_signs_in_again_is_the_new_one(di: Person) -> None:
    bo = an_adviser("Bo")
    client = staff_visit(di)

    client.post("/staff/", fields(client, bo))

    assert client.get("/staff/")["Location"] == "/caseload/"


def fields(client: Client, person: Person) -> dict[str, str]:
    token = re.findall(r'csrfmiddlewaretoken" value="([^"]+)', words(client.get("/account/")))[0]
    return {"csrfmiddlewaretoken": token, "code": str(person.code), "number": next_number(person)}


def test_a_seekers_session_opens_nothing_here(di: Person) -> None:
    client = from_our_page()
    send(client, "/return/", {"code": str(a_seeker().code)})

    assert client.get("/staff/").status_code == 200
