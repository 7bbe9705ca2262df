"""Eight words, shown until two of them were repeated, and never again."""

import pytest
from django.test import Client

from offramp.pairing import conversation
from offramp.pairing.models import Request
from offramp.people.models import Session
from offramp.sealed.codes import Code
from offramp.web import drafts
from tests.cast import Person, a_seeker, two_organizers
from tests.web.help.asking import a_draft, ask
from tests.web.signing_in import seeker_visit, send, words
from tests.web.visitors import from_our_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Client:
    return from_our_page()


@pytest.fixture
def ada(client: Client) -> Person:
    """She has just sent her first message."""
    two_organizers()
    draft = a_draft()
    ask("I want to leave.", client=client, draft=draft)
    return Person(Code.from_draft(drafts.read(draft).draft))


def asked_words(client: Client, code: Code) -> dict[str, str]:
    """What the page asks for, read off the page."""
    page = words(client.get("/code/"))
    numbers = [int(page.split(f'<label for="{name}">Word ')[1].split("<")[0]) for name in ("first", "second")]
    return {name: code.words[number - 1] for name, number in zip(("first", "second"), numbers, strict=True)}


def test_the_words_are_shown_again_on_every_reload_and_the_same_two_are_asked(
    client: Client, ada: Person
) -> None:
    first, second = (asked_words(client, ada.code) for _ in range(2))

    assert first == second
    assert len(set(first.values())) == 2 or len(set(ada.code.words)) < 8
    for word in ada.code.words:
        assert f'<li translate="no">{word}</li>' in words(client.get("/code/"))


def test_two_words_repeated_confirm_it_and_it_is_never_shown_again(client: Client, ada: Person) -> None:
    answer = send(client, "/code/", asked_words(client, ada.code))

    assert (answer.status_code, answer["Location"]) == (302, "/place/")
    assert ada.request.is_confirmed
    assert client.get("/code/")["Location"] == "/place/"
    assert client.get("/code/card/")["Location"] == "/code/"


def test_capitals_spaces_and_numbers_do_not_matter(client: Client, ada: Person) -> None:
    asked = asked_words(client, ada.code)

    send(
        client, "/code/", {"first": f"  {asked['first'].upper()} ", "second": f"3. {asked['second'].title()}"}
    )

    assert ada.request.is_confirmed


def test_a_wrong_word_is_named_by_its_number(client: Client, ada: Person) -> None:
    asked = asked_words(client, ada.code)
    number = ada.code.words.index(asked["second"]) + 1

    page = words(send(client, "/code/", asked | {"second": "<b>wrong</b>"}))

    assert f"Word {number} is a different one." in page
    assert "&lt;b&gt;wrong&lt;/b&gt;" in page
    assert not ada.request.is_confirmed
    assert ada.code.words[0] in page


def test_the_card_shows_eight_words_and_nothing_that_says_what_they_are_for(
    client: Client, ada: Person
) -> None:
    page = words(client.get("/code/card/"))
    card = page.split('<div class="card">')[1].split("</div>")[0]

    assert [word for word in ada.code.words if f">{word}</li>" in card] == list(ada.code.words)
    assert "Eight words. Keep them where only you look." in card
    assert "<title>Paper card \u2013 Larkfield</title>" in page
    assert "Another Road" not in page


@pytest.mark.parametrize("path", ["/code/", "/code/card/"])
def test_titles_are_neutral(path: str, client: Client, ada: Person) -> None:
    title = words(client.get(path)).split("<title>")[1].split("</title>")[0]

    assert title in ("Step 2 of 2 \u2013 Larkfield", "Paper card \u2013 Larkfield")


def test_leaving_the_page_unconfirmed_the_place_leads_back_to_the_words(client: Client, ada: Person) -> None:
    assert client.get("/place/")["Location"] == "/code/"


def test_confirmed_twice_by_a_double_click_it_leads_to_the_place(client: Client, ada: Person) -> None:
    asked = asked_words(client, ada.code)
    token = words(client.get("/code/")).split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]

    answers = [client.post("/code/", {"csrfmiddlewaretoken": token, **asked}) for _ in range(2)]

    assert [answer["Location"] for answer in answers] == ["/place/", "/place/"]


def test_a_visit_that_ended_meanwhile_says_how_to_come_in(client: Client, ada: Person) -> None:
    asked = asked_words(client, ada.code)
    token = words(client.get("/code/")).split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    Session.objects.all().delete()

    page = words(client.post("/code/", {"csrfmiddlewaretoken": token, **asked}))

    assert "Your visit here has ended." in page
    assert 'href="/return/"' in page


def test_whoever_has_the_words_comes_in_and_they_count_as_confirmed(client: Client, ada: Person) -> None:
    seeker_visit(ada)

    assert ada.request.is_confirmed


def test_a_stranger_sees_no_words() -> None:
    assert "Your visit here has ended." in words(from_our_page().get("/code/"))
    assert from_our_page().get("/code/card/")["Location"] == "/code/"


# In a transaction of its own, as on the wire: the engine's log is emptied after it.
@pytest.mark.django_db(transaction=True)
class TestNewCode:
    @pytest.fixture
    def ada(self) -> Person:
        two_organizers()
        return a_seeker("A secret of mine.")

    @pytest.fixture
    def client(self, ada: Person) -> Client:
        return seeker_visit(ada)

    def draw(self, client: Client, ada: Person) -> Person:
        send(client, "/place/new-code/", {"code": str(ada.code)})
        page = words(client.get("/code/"))
        drawn = [part.split("<")[0] for part in page.split('<li translate="no">')[1:]]
        return Person(Code(tuple(drawn)))

    def test_the_old_one_works_until_the_new_one_is_confirmed(self, client: Client, ada: Person) -> None:
        self.draw(client, ada)

        assert words(seeker_visit(ada).get("/place/")).count("A secret of mine.") == 1

    def test_a_double_click_draws_one(self, client: Client, ada: Person) -> None:
        assert self.draw(client, ada).code == self.draw(client, ada).code

    def test_confirmed_it_opens_everything_and_the_old_one_nothing(self, client: Client, ada: Person) -> None:
        new, case = self.draw(client, ada), ada.request

        answer = send(client, "/code/", asked_words(client, new.code))

        assert answer["Location"] == "/place/?told=new-code"
        assert "A secret of mine." in words(client.get("/place/"))
        assert "open nothing here" in words(send(from_our_page(), "/return/", {"code": str(ada.code)}))
        assert [one.text for one in conversation.read_as_seeker(by=new.keyholder, request=case)] == [
            "A secret of mine."
        ]

    def test_other_devices_are_signed_out(self, client: Client, ada: Person) -> None:
        elsewhere = seeker_visit(ada)
        new = self.draw(client, ada)

        send(client, "/code/", asked_words(client, new.code))

        assert elsewhere.get("/place/")["Location"] == "/return/"

    def test_two_windows_that_both_draw_end_with_one_code(self, client: Client, ada: Person) -> None:
        elsewhere = seeker_visit(ada)
        late = self.draw(elsewhere, ada)
        asked = asked_words(elsewhere, late.code)
        first = self.draw(client, ada)
        send(client, "/code/", asked_words(client, first.code))

        page = words(send(elsewhere, "/code/", asked))

        assert "The code you confirmed last is the one that works." in page
        assert "open nothing here" in words(send(from_our_page(), "/return/", {"code": str(late.code)}))
        seeker_visit(first)
        assert Request.objects.count() == 1
