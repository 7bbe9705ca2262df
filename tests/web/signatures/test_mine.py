"""One's own signature: changed and withdrawn by whoever holds the link, and by nobody else."""

import pytest
from django.test import Client
from django.utils import timezone

from offramp.letters.models import Letter, Withdrawal
from offramp.signatures.models import Signature, SigningRule
from tests.signatures.signed import an_open_letter, asked, signed
from tests.web.signing_in import Answer, send, words
from tests.web.visitors import from_our_page


@pytest.fixture
def letter() -> Letter:
    return an_open_letter()


@pytest.fixture
def client() -> Client:
    return from_our_page()


def at(signature: Signature) -> str:
    return f"/signatures/mine/{signature.key}/"


def withdraw(client: Client, signature: Signature) -> Answer:
    return send(client, f"{at(signature)}withdrawal/", form_at=at(signature))


def test_a_name_is_changed_hidden_and_shown_again(client: Client, letter: Letter) -> None:
    mine = signed(letter, "Ada")

    for typed, kept in (
        ({"way": "shown", "name": "Ada L."}, ("Ada L.", True)),
        ({"way": "counted", "name": "Ada L."}, ("", False)),
        ({"way": "shown", "name": "Ada"}, ("Ada", True)),
    ):
        answer = send(client, at(mine), typed)
        assert answer["Location"] == f"{at(mine)}?told=signature-changed"
        now = Signature.objects.get()
        assert (now.name, now.is_shown) == kept


def test_the_page_shows_no_more_of_the_address_than_its_owner_needs(client: Client, letter: Letter) -> None:
    shown = words(client.get(at(signed(letter, "Ada"))))

    assert "a…@example.org" in shown
    assert "ada@example.org" not in shown


def test_whoever_is_only_counted_finds_that_chosen(client: Client, letter: Letter) -> None:
    assert 'value="counted" required checked' in words(client.get(at(asked(letter, ""))))
    assert 'value="shown" required checked' in words(client.get(at(asked(letter, "Bo", "bo@example.org"))))


def test_what_cannot_be_shown_changes_nothing(client: Client, letter: Letter) -> None:
    mine = asked(letter, "Ada")

    answer = send(client, at(mine), {"way": "shown", "name": ""})

    assert answer.status_code == 400
    assert "Please type your name" in words(answer)
    assert Signature.objects.get().confirmed_on is None


def test_thanks_are_not_said_again_above_what_is_to_be_mended(client: Client, letter: Letter) -> None:
    mine = signed(letter, "Ada")

    thanked = words(client.get(f"{at(mine)}?told=signed"))

    assert "Thank you. Your signature counts." in thanked
    assert f'<form method="post" action="{at(mine)}"' in thanked


def test_withdrawn_it_is_gone_and_once_more_is_no_trouble(client: Client, letter: Letter) -> None:
    mine = signed(letter, "Ada")
    typed = {"csrfmiddlewaretoken": client.get(at(mine)).context["csrf_token"]}

    for _ in range(2):
        answer = client.post(f"{at(mine)}withdrawal/", typed)
        assert "Your signature is withdrawn." in words(answer)

    assert not Signature.objects.exists()
    assert client.get(at(mine)).status_code == 404


def test_opening_the_address_of_withdrawing_leads_to_the_page(client: Client, letter: Letter) -> None:
    mine = signed(letter, "Ada")

    assert client.get(f"{at(mine)}withdrawal/")["Location"] == at(mine)
    assert Signature.objects.exists()


def test_a_wrong_link_tells_nothing(client: Client, letter: Letter) -> None:
    gone = signed(letter, "Ada")
    withdraw(client, gone)

    answers = [client.get(f"/signatures/mine/{key}/") for key in (gone.key, "x" * 32, "x", "x" * 5000)]

    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    assert "There is no signature under this link." in words(answers[0])
    assert client.get("/signatures/mine/a%00b/").status_code == 404
    late = {"csrfmiddlewaretoken": client.get("/help/").context["csrf_token"], "way": "counted"}
    assert client.post(at(gone), late).status_code == 404


def test_of_a_withdrawn_letter_a_signature_can_still_be_withdrawn(client: Client, letter: Letter) -> None:
    mine = signed(letter, "Ada")
    Withdrawal.objects.create(publication=letter.publication, on=timezone.now())

    assert client.get("/signatures/a-letter/").status_code == 404
    shown = words(client.get(at(mine)))
    assert "The letter is not public any more" in shown
    assert "/letters/a-letter/" not in shown
    withdraw(client, mine)
    assert not Signature.objects.exists()


def test_of_a_withdrawn_letter_nobody_learns_what_it_is_called_by_now(client: Client, letter: Letter) -> None:
    mine = signed(letter, "Ada")
    assert "A letter" in words(client.get(at(mine)))
    Withdrawal.objects.create(publication=letter.publication, on=timezone.now())
    letter.texts.update(title="What comes next")

    shown = words(client.get(at(mine)))

    assert "What comes next" not in shown
    assert "A letter" not in shown


def test_a_letter_that_closed_meanwhile_is_not_signed_any_more(client: Client, letter: Letter) -> None:
    mine = asked(letter, "Ada")
    page = client.get(at(mine))
    SigningRule.objects.all().delete()

    typed = {"csrfmiddlewaretoken": page.context["csrf_token"], "way": "shown", "name": "Ada"}
    answer = client.post(at(mine), typed)

    assert answer.status_code == 409
    assert Signature.objects.get().confirmed_on is None
    assert 'name="way"' not in words(client.get(at(mine)))
    withdraw(client, mine)
    assert not Signature.objects.exists()


def test_the_page_is_neither_kept_nor_found(client: Client, letter: Letter) -> None:
    answer = client.get(at(signed(letter, "Ada")))

    assert (answer["Cache-Control"], answer["X-Robots-Tag"]) == ("no-store", "noindex, nofollow")
    assert "data-personal" in words(answer)
