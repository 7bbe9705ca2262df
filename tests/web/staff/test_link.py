"""The link onto the staff: looked at it uses nothing up, and it works once."""

import re
from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from offramp.people import enrollment, second_factor
from offramp.people.models import Invitation, Member, Role, Session
from offramp.people.second_factor import Number
from offramp.sealed.codes import Code
from offramp.web import limits
from offramp.web.limits import Buckets
from tests.cast import Person, an_adviser
from tests.web.signing_in import Answer, send, staff_visit, words
from tests.web.visitors import from_our_page

pytestmark = pytest.mark.django_db


def today() -> date:
    return timezone.now().date()


WORDS: dict[str, str] = {}  # what Di told them, by the link Ed gave them


def link_for(name: str, di: Person, ed: Person, *, role: Role = Role.ADVISER, on: date | None = None) -> str:
    proposed = enrollment.propose(by=di.member, role=role, name=name, on=on or today())
    link = enrollment.approve(invitation=proposed.invitation, by=ed.member, on=on or today())
    WORDS[link] = proposed.words
    return link


@pytest.fixture
def link(di: Person, ed: Person) -> str:
    return link_for("Bo", di, ed)


def type_words(client: Client, link: str, words: str) -> Answer:
    return send(client, f"/staff/link/{link}/", {"words": words})


def begin(client: Client, link: str) -> list[str]:
    """The words that were drawn."""
    assert type_words(client, link, WORDS[link])["Location"] == "/code/"
    return str(client.session["pending"]["code"]).split()


def confirm(client: Client) -> Answer:
    page = words(client.get("/code/"))
    code = client.session["pending"]["code"].split()
    first, second = (int(number) for number in re.findall(r"Word (\d)</label>", page))
    return send(client, "/code/", {"first": code[first - 1], "second": code[second - 1]})


def number_for(client: Client) -> str:
    secret = client.session["pending"]["secret"]
    return Person(Code.draw(), secret).number()


def enroll(client: Client, link: str) -> Answer:
    begin(client, link)
    assert confirm(client)["Location"] == "/staff/number/"
    client.get("/staff/number/")
    return send(client, "/staff/number/", {"number": number_for(client)})


def test_it_says_for_whom_and_for_what_it_is(link: str) -> None:
    page = words(from_our_page().get(f"/staff/link/{link}/"))

    assert "Welcome, Bo" in page
    assert "This link makes you an adviser" in page


def test_to_open_it_uses_nothing_up_and_keeps_nothing(link: str) -> None:
    client = from_our_page()
    for _ in range(2):
        assert client.get(f"/staff/link/{link}/").status_code == 200
        client.head(f"/staff/link/{link}/")

    assert "__Host-place" not in client.cookies
    assert not Session.objects.exists()


@pytest.mark.parametrize("typed", ["", "harvest cobalt", "<b>", "\x00", "é" * 200, "x" * 201])
def test_without_the_six_words_nothing_is_drawn_and_nothing_used_up(link: str, typed: str) -> None:
    client = from_our_page()

    answer = type_words(client, link, typed)

    assert answer.status_code == 400
    assert 'id="words-error"' in words(answer)
    assert "pending" not in client.session
    assert enroll(client, link)["Location"] == "/account/profile/"


def test_the_words_may_be_typed_in_any_way(link: str) -> None:
    typed = WORDS[link].upper().replace(" ", " - ")

    assert type_words(from_our_page(), link, typed)["Location"] == "/code/"


def test_the_words_of_another_proposal_do_not_fit(di: Person, ed: Person, link: str) -> None:
    other = link_for("Gus", di, ed)

    answer = type_words(from_our_page(), link, WORDS[other])

    assert answer.status_code == 400
    assert "These are not the six words that go with this link." in words(answer)


def test_many_wrong_words_are_told_to_wait_and_keep_nobody_out(
    link: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "BUCKETS", Buckets())
    client = from_our_page()
    client.defaults["HTTP_X_FORWARDED_FOR"] = "203.0.113.9"
    answers = [words(type_words(client, link, "no")) for _ in range(11)]

    assert ["That was often." in answer for answer in answers] == [False] * 10 + [True]
    assert begin(client, link)


def test_a_link_from_the_console_asks_for_no_words(db: None) -> None:
    link, _ = enrollment.begin(names=["Di", "Ed"], on=today())
    client = from_our_page()
    assert "The six words you were given" not in words(client.get(f"/staff/link/{link}/"))

    WORDS[link] = ""

    assert enroll(client, link)["Location"] == "/staff/"


def test_used_expired_withdrawn_and_invented_links_get_one_answer(di: Person, ed: Person) -> None:
    used, withdrawn = link_for("Bo", di, ed), link_for("Gus", di, ed)
    expired = link_for("Hal", di, ed, on=date(2026, 1, 1))
    enroll(from_our_page(), used)
    enrollment.withdraw(invitation=Invitation.objects.get(name="Gus"), by=di.member, on=today())

    answers = [from_our_page().get(f"/staff/link/{link}/") for link in (used, withdrawn, expired, "x" * 43)]

    assert {answer.status_code for answer in answers} == {404}
    assert len({words(answer) for answer in answers}) == 1
    assert "This link does not work any more" in words(answers[0])


def test_an_adviser_enrolls_and_goes_on_to_the_profile(link: str) -> None:
    client = from_our_page()

    assert enroll(client, link)["Location"] == "/account/profile/"

    assert Member.objects.advisers().get().name == "Bo"
    assert client.get("/staff/")["Location"] == "/caseload/"


def test_an_organizer_enrolls_and_waits_for_access(di: Person, ed: Person) -> None:
    client = from_our_page()

    assert enroll(client, link_for("Fay", di, ed, role=Role.ORGANIZER))["Location"] == "/staff/"

    assert "Welcome, Fay. You are enrolled." in words(client.get("/staff/"))


def test_who_comes_back_to_the_link_finds_the_words_they_wrote_down(link: str) -> None:
    client = from_our_page()

    assert begin(client, link) == begin(client, link)


def test_whoever_was_signed_in_is_told_and_signed_out(di: Person, link: str) -> None:
    client = staff_visit(di)
    assert "Beginning signs you out." in words(client.get(f"/staff/link/{link}/"))

    begin(client, link)

    assert "member" not in client.session


def test_two_browsers_on_one_link_the_second_is_told(link: str) -> None:
    first, second = from_our_page(), from_our_page()
    for client in (first, second):
        begin(client, link)
        confirm(client)
        client.get("/staff/number/")
    send(first, "/staff/number/", {"number": number_for(first)})

    answer = send(second, "/staff/number/", {"number": number_for(second)})

    assert answer.status_code == 404
    assert "This link does not work any more" in words(answer)
    assert Member.objects.advisers().count() == 1


def test_the_number_waits_until_two_words_were_confirmed(link: str) -> None:
    client = from_our_page()
    begin(client, link)

    assert client.get("/staff/number/")["Location"] == "/code/"


def test_the_secret_is_drawn_once_and_shown_as_a_drawing_and_as_letters(link: str) -> None:
    client = from_our_page()
    begin(client, link)
    confirm(client)
    page, again = words(client.get("/staff/number/")), words(client.get("/staff/number/"))
    secret = client.session["pending"]["secret"]

    grouped = " ".join(secret[start : start + 4] for start in range(0, 32, 4))
    assert grouped in page
    assert grouped in again
    assert re.search(r'<path d="M4 4h7v1h-7z', page)
    assert "style" not in page.split("<svg")[1].split("</svg>")[0]


@pytest.mark.parametrize("typed", ["", "000000", "abcdef", "\u0661" * 6, "<b>", "9" * 21])
def test_a_wrong_number_loses_nothing(link: str, typed: str) -> None:
    client = from_our_page()
    begin(client, link)
    confirm(client)
    client.get("/staff/number/")
    kept = client.session["pending"]

    answer = send(client, "/staff/number/", {"number": typed})

    assert answer.status_code == 400
    assert 'id="number-error"' in words(answer)
    assert client.session["pending"] == kept
    right = {"number": number_for(client)}
    assert send(client, "/staff/number/", right)["Location"] == "/account/profile/"


def test_the_number_sent_twice_enrolls_once_and_leads_home(link: str) -> None:
    client = from_our_page()
    begin(client, link)
    confirm(client)
    client.get("/staff/number/")
    number = number_for(client)
    send(client, "/staff/number/", {"number": number})

    token = {"csrfmiddlewaretoken": client.cookies["__Host-form"].value}
    assert client.post("/staff/number/", {"number": number, **token})["Location"] == "/staff/"


def test_who_was_away_too_long_is_told_how_to_go_on(link: str) -> None:
    client = from_our_page()
    begin(client, link)
    confirm(client)
    Session.objects.all().delete()

    assert "open your link once more" in words(client.get("/staff/number/"))
    assert enroll(client, link).status_code == 302


def test_the_number_page_leads_everybody_else_away(di: Person) -> None:
    bo = staff_visit(an_adviser("Bo"))

    assert bo.get("/staff/number/")["Location"] == "/staff/"
    assert "open your link once more" in words(from_our_page().get("/staff/number/"))


def test_a_link_enrolled_elsewhere_meanwhile_says_so(link: str) -> None:
    client = from_our_page()
    begin(client, link)
    confirm(client)
    client.get("/staff/number/")
    somebody = Person(Code.draw(), second_factor.draw_secret())
    now = timezone.now()
    enrollment.enroll(
        link=link,
        words=WORDS[link],
        code=somebody.code,
        secret=somebody.secret,
        number=Number(somebody.number(at=now)),
        at=now,
    )

    answer = send(client, "/staff/number/", {"number": number_for(client)})

    assert "somebody else may have used it" in words(answer)
