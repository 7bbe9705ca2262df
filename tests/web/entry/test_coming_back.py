"""The seekers' door: a right code opens it, every other one gets the same answer."""

import re
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from offramp.pairing import burning, conversation, retention
from offramp.people import codes
from offramp.people.models import Session
from offramp.sealed.codes import Code
from offramp.web import limits
from offramp.web.limits import Buckets
from tests.cast import TODAY, Person, a_seeker, an_adviser, two_organizers
from tests.web.signing_in import TOKEN, Answer, seeker_visit, send, words
from tests.web.visitors import from_our_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def di() -> Person:
    return two_organizers()[0]


@pytest.fixture
def ada(di: Person) -> Person:
    return a_seeker("I want to leave.")


def enter(code: Code | str, client: Client | None = None, **fields: str) -> Answer:
    return send(client or from_our_page(), "/return/", {"code": str(code), **fields})


def test_the_code_opens_the_place_from_any_device(ada: Person) -> None:
    assert "I want to leave." in words(seeker_visit(ada).get("/place/"))


def test_capitals_numbers_and_doubled_spaces_do_not_matter(ada: Person) -> None:
    typed = "  ".join(f"{number}. {word.upper()}" for number, word in enumerate(ada.code.words, 1))

    assert enter(f"\n{typed} ")["Location"] == "/place/"


def test_every_refused_code_gets_the_same_status_bytes_headers_and_queries(di: Person, ada: Person) -> None:
    never_drawn = Code.draw()
    burned, replaced = a_seeker("Burned."), a_seeker("Replaced.")
    burning.burn(request=burned.request)
    codes.replace(by=replaced.keyholder, code=Code.draw(), on=TODAY)
    bo = an_adviser("Bo")
    refused = [never_drawn, burned.code, replaced.code, bo.code, di.code]

    answers = [asked_alike(code) for code in refused]

    assert "These eight words open nothing here." in answers[0][2]
    assert [answer == answers[0] for answer in answers] == [True] * len(refused)


def asked_alike(code: Code) -> tuple[int, dict[str, str], str, int]:
    client = from_our_page()
    token = TOKEN.findall(words(client.get("/return/")))[0]
    with CaptureQueriesContext(connection) as queries:
        answer = client.post("/return/", {"csrfmiddlewaretoken": token, "code": str(code)})
    page = re.sub(r'(csrfmiddlewaretoken" value=)"[^"]+"', r"\1", words(answer)).replace(str(code), "CODE")
    headers = {name: value for name, value in answer.headers.items() if name != "Content-Length"}
    assert not answer.cookies.keys() - {"__Host-form"}
    assert int(answer["Content-Length"]) == len(answer.content)
    return answer.status_code, headers, page, len(queries)


def test_a_typo_is_named_with_the_nearest_words_of_the_list(ada: Person) -> None:
    typed = ["harvset", *ada.code.words[1:]]

    page = words(enter(" ".join(typed)))

    assert "“harvset” is not in our list of words. Is it one of these:" in page
    assert " ".join(typed) in page


def test_nearness_says_nothing_about_the_code_that_was_meant() -> None:
    pages = {words(enter("qqqq " + " ".join(Code.draw().words[1:]))).count("qqqq") for _ in range(3)}

    assert len(pages) == 1


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Please type the eight words of your code."),
        ("   ", "Please type the eight words of your code."),
        ("harvest", "A code has eight words; this is 1 word."),
        ("harvest " * 9, "A code has eight words; these are 9 words."),
        ("x" * 401, "That is more than eight words."),
        ("שלום " * 8, "is not in our list of words."),
        ("🙂", "A code has eight words; these are 0 words."),
        ("<script>alert(1)</script>", "A code has eight words;"),
        ("' OR 1=1 --", "A code has eight words;"),
        ("\x00" * 20, "A code has eight words; these are 0 words."),
    ],
)
def test_what_cannot_be_a_code_gets_a_clear_sentence(typed: str, sentence: str) -> None:
    page = words(enter(typed))

    assert sentence in page
    assert "<script>alert" not in page


def test_a_text_kept_over_the_sign_in_is_shown_unsent(ada: Person) -> None:
    client = from_our_page()

    answer = enter(ada.code, client, text="Half a thought", path="/place/messages/")

    assert answer["Location"] == "/place/messages/"
    page = words(client.get("/place/messages/", follow=True))
    assert "You were away. Your text is still here, not sent yet." in page
    assert "\nHalf a thought</textarea>" in page
    assert [said.text for said in conversation.read_as_seeker(by=ada.keyholder, request=ada.request)] == [
        "I want to leave."
    ]


def test_a_wrong_code_keeps_the_text(ada: Person) -> None:
    page = words(enter(Code.draw(), text="Half a <thought>", path="/place/messages/"))

    assert "\nHalf a &lt;thought&gt;</textarea>" in page
    assert 'name="path" value="/place/messages/"' in page


@pytest.mark.parametrize("path", ["https://elsewhere.example/", "//elsewhere.example/", "/nothing/here/", ""])
def test_nobody_is_led_elsewhere(path: str, ada: Person) -> None:
    assert enter(ada.code, text="Mine", path=path)["Location"] == "/place/"


def test_a_text_sent_after_the_visit_ended_comes_back_with_the_code_field(ada: Person) -> None:
    client = seeker_visit(ada)
    token = TOKEN.findall(words(client.get("/place/")))[0]
    Session.objects.all().delete()

    answer = client.post("/place/messages/", {"csrfmiddlewaretoken": token, "text": "A long text"})

    assert answer.status_code == 409
    assert "You were away. Your text is still here." in words(answer)
    assert "\nA long text</textarea>" in words(answer)
    assert '<textarea class="short" id="code"' in words(answer)


def test_wrong_codes_are_slowed_down_and_the_right_one_gets_in_all_the_same(
    ada: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "BUCKETS", Buckets())
    # All within one moment: a busy machine would take so long that the bucket fills up again.
    monkeypatch.setattr(limits, "time", SimpleNamespace(monotonic=lambda: 1.0))
    client = from_our_page()
    client.defaults["HTTP_X_FORWARDED_FOR"] = "203.0.113.9"

    pages = [words(enter(Code.draw(), client)) for _ in range(31)]

    assert ["That was often." in page for page in pages] == [False] * 30 + [True]
    assert enter(ada.code, client)["Location"] == "/place/"


def test_a_visit_moves_the_day_everything_burns(ada: Person) -> None:
    before = ada.request.burns_on

    seeker_visit(ada)

    assert before == retention.burn_day(TODAY, 90)
    assert ada.request.burns_on > before


def test_the_form_sends_a_signed_in_seeker_on(ada: Person) -> None:
    assert seeker_visit(ada).get("/return/")["Location"] == "/place/"


def test_signing_in_makes_a_new_cookie(ada: Person) -> None:
    client = from_our_page()
    client.cookies["__Host-place"] = "chosen-by-somebody-else"

    enter(ada.code, client)

    assert client.cookies["__Host-place"].value not in ("", "chosen-by-somebody-else")


def test_a_forged_cookie_opens_nothing(ada: Person) -> None:
    client = from_our_page()
    client.cookies["__Host-place"] = "x" * 43

    assert client.get("/place/")["Location"] == "/return/"


def test_lost_says_plainly_what_nobody_can_do() -> None:
    page = words(from_our_page().get("/return/lost/"))

    assert "nobody can get it back, and neither can we" in page
    assert 'class="go" href="/help/"' in page


def test_signing_out_ends_the_visit_and_lets_the_browser_forget(ada: Person) -> None:
    client = seeker_visit(ada)

    answer = send(client, "/sign-out/", form_at="/place/")

    assert "You are signed out." in words(answer)
    assert answer["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert not Session.objects.exists()
    assert client.get("/place/")["Location"] == "/return/"


def test_opening_the_address_signs_nobody_out(ada: Person) -> None:
    client = seeker_visit(ada)

    assert "Do you want to sign out?" in words(client.get("/sign-out/"))
    assert client.get("/place/").status_code == 200
