"""From the letter to the names below it: asked on a page, confirmed by the mailed link."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from offramp.letters.models import Letter, Withdrawal
from offramp.notices.models import Outgoing
from offramp.pairing import farewell
from offramp.signatures import organizing
from offramp.signatures.models import Signature, SigningRule
from offramp.web import limits
from tests.letters.letters import a_letter, a_public_letter
from tests.signatures.signed import an_open_letter, standing
from tests.web.signatures.signing import ask, form, link
from tests.web.signing_in import send, words
from tests.web.visitors import from_elsewhere, from_our_page, visitor

NEW, ASKED = "/signatures/a-letter/new/", "/signatures/a-letter/asked/"


@pytest.fixture(autouse=True)
def letter(monkeypatch: pytest.MonkeyPatch) -> Letter:
    monkeypatch.setattr(limits, "BUCKETS", limits.Buckets())
    return an_open_letter()


@pytest.fixture
def client() -> Client:
    return from_our_page()


def page(path: str) -> str:
    return words(visitor().get(path))


def test_a_reader_signs_and_stands_below_the_letter(client: Client, letter: Letter) -> None:
    assert "Nobody has signed it yet." in page("/letters/a-letter/")
    assert f'href="{NEW}"' in page("/letters/a-letter/")

    answer = ask(client)
    assert (answer.status_code, answer["Location"]) == (302, ASKED)
    assert "Look into your mail" in page(ASKED)
    assert "Nobody has signed it yet." in page("/letters/a-letter/")

    confirmed = send(client, link(), {"way": "shown", "name": "Ada Lovelace"})
    assert "Thank you. Your signature counts." in words(client.get(confirmed["Location"]))
    shown = page("/letters/a-letter/")
    assert "One person has signed it." in shown
    assert "Ada Lovelace" not in shown

    mine = Signature.objects.get()
    organizing.let_stand(letter=letter, seen=[(mine.pk, mine.name)])
    assert "<bdi>Ada Lovelace</bdi>" in page("/letters/a-letter/")


def test_the_browser_judges_no_pasted_address_in_words_of_its_own() -> None:
    """`Ada <ada@example.org>` is read, and what cannot be read is said in ours."""
    [field] = re.findall('<input id="email"[^>]*>', page(NEW))

    assert 'type="text"' in field
    assert 'maxlength="400"' in field


def test_a_reader_signs_in_spanish(client: Client) -> None:
    ask(client, "/es/signatures/a-letter/new/")

    assert link().startswith("/es/signatures/mine/")
    send(client, link(), {"way": "counted"})
    assert "La ha firmado una persona." in page("/es/letters/a-letter/")


def test_looking_at_the_link_signs_nothing(client: Client) -> None:
    ask(client)

    for _ in range(2):
        assert "One press, and it counts" in words(client.get(link()))
    client.head(link())

    assert Signature.objects.get().confirmed_on is None


def test_another_site_signs_nothing_for_anybody(client: Client) -> None:
    ask(client)

    assert from_elsewhere().post(link(), {"way": "counted"}).status_code == 403
    assert from_elsewhere().post(f"{link()}withdrawal/").status_code == 403

    assert Signature.objects.get().confirmed_on is None


def test_the_same_address_twice_is_answered_alike(client: Client, letter: Letter) -> None:
    """Not known, waiting, confirmed, withdrawn: a stranger sees no difference."""
    answers = [ask(client), ask(client)]
    Signature.objects.update(confirmed_on=timezone.now())
    answers.append(ask(client))
    Signature.objects.all().delete()
    answers.append(ask(client))

    seen = {(answer.status_code, answer["Location"], answer.content) for answer in answers}
    assert seen == {(302, ASKED, b"")}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"way": ""}, "Please choose whether your name is shown."),
        ({"way": "both"}, "Please choose whether your name is shown."),
        ({"name": ""}, "Please type your name, or choose to be only counted."),
        ({"name": " \u200b\u202e "}, "Please type your name, or choose to be only counted."),
        ({"name": "12"}, "There is no letter in this name."),
        ({"name": "x" * 81}, "This name is too long: up to 80 characters fit."),
        ({"name": "x" * 100_000}, "This name is too long: up to 80 characters fit."),
        ({"email": ""}, 'aria-describedby="email-hint email-error"'),
        ({"email": "ada"}, "That is not an e-mail address."),
        ({"email": "ada@example.org\nBcc: di@example.org"}, "mail address"),
        ({"email": "ada@example.org, di@example.org"}, "Please give one address only."),
        ({"email": "ada@ex\u0430mple.org"}, "This address has letters in it that look like others."),
    ],
)
def test_what_cannot_be_taken_is_said_and_nothing_is_kept(
    client: Client, typed: dict[str, str], said: str
) -> None:
    answer = ask(client, **typed)

    assert answer.status_code == 400
    assert said in words(answer)
    assert not Signature.objects.exists()
    assert not Outgoing.objects.exists()


def test_a_megabyte_is_no_form_of_ours(client: Client) -> None:
    assert ask(client, name="x" * 1_000_000).status_code == 413

    assert not Signature.objects.exists()


def test_what_was_typed_stands_in_the_form_again(client: Client) -> None:
    again = words(ask(client, email="ada@", name='Ada "the" <b>'))

    assert 'value="Ada &quot;the&quot; &lt;b&gt;"' in again
    assert 'value="ada@"' in again
    assert 'value="shown" required checked' in again


def test_whoever_is_only_counted_may_leave_any_name_in_the_field(client: Client) -> None:
    ask(client, way="counted", name="x" * 100)

    assert Signature.objects.get().name == ""


def test_a_name_with_a_new_line_in_it_begins_no_header(client: Client) -> None:
    ask(client, name="Ada\r\nBcc: di@example.org")

    mail = Outgoing.objects.get()
    assert mail.to == "ada@example.org"
    assert "Bcc" not in mail.subject + mail.text


def test_the_form_and_the_mail_say_that_somebody_looks_at_names_first(client: Client) -> None:
    assert "An organizer looks at each name first." in page(NEW)

    ask(client)

    assert "as soon as one of us has looked at it" in Outgoing.objects.get().text


def test_a_script_is_kept_out(client: Client) -> None:
    too_quick = form(client, NEW) | {"stamp": "forged", "way": "counted", "email": "a@example.org"}
    assert client.post(NEW, too_quick).status_code == 400

    trapped = ask(client, website="https://pills.example")
    assert trapped.status_code == 400

    assert not Signature.objects.exists()


def test_one_neighborhood_signs_no_faster_than_an_assembly(client: Client) -> None:
    # The pace may let a few more in while a slow machine sends them.
    statuses = [ask(client, email=f"n{number}@example.org").status_code for number in range(60)]

    assert 429 in statuses
    assert Signature.objects.count() == statuses.count(302) < 40
    assert "Nothing is lost" in words(ask(client))


@pytest.mark.parametrize("slug", ["draft", "tomorrow", "withdrawn", "nothing"])
def test_what_is_not_public_is_not_signed(client: Client, slug: str) -> None:
    a_letter("draft")
    a_public_letter("tomorrow", at=timezone.now() + timedelta(days=1))
    Withdrawal.objects.create(publication=a_public_letter("withdrawn").publication, on=timezone.now())
    for letter in Letter.objects.exclude(slug="a-letter"):
        SigningRule.objects.create(letter=letter)
    typed = form(client, NEW) | {"way": "counted", "email": "ada@example.org"}

    for end in ("", "new/", "asked/"):
        assert client.get(f"/signatures/{slug}/{end}").status_code == 404
    assert client.post(f"/signatures/{slug}/new/", typed).status_code == 404
    assert not Signature.objects.exists()


def test_a_letter_that_nobody_switched_on_says_so(client: Client, letter: Letter) -> None:
    typed = form(client, NEW) | {"way": "counted", "email": "ada@example.org"}
    SigningRule.objects.all().delete()

    assert "This letter takes no signatures now." in page(NEW)
    answer = client.post(NEW, typed)

    assert (answer.status_code, Signature.objects.count()) == (409, 0)
    assert "signed" not in page("/letters/a-letter/").partition("</article>")[2]


def test_signing_closes_when_the_campaign_ends(client: Client, letter: Letter) -> None:
    mine = standing(letter, "Ada")
    typed = form(client, NEW) | {"way": "counted", "email": "bo@example.org"}
    today = timezone.now().date()
    farewell.announce(last_day=today + timedelta(days=30), on=today)

    assert "This letter takes no signatures now." in page(NEW)
    assert client.post(NEW, typed).status_code == 409
    assert f'href="{NEW}"' not in page("/letters/a-letter/")
    assert "<bdi>Ada</bdi>" in page("/letters/a-letter/")
    send(client, f"/signatures/mine/{mine.key}/withdrawal/", form_at=f"/signatures/mine/{mine.key}/")
    assert not Signature.objects.exists()


def test_a_letter_called_mine_is_signed_like_any_other(client: Client) -> None:
    an_open_letter("mine", title="Mine")

    assert "Mine" in page("/signatures/mine/")
    assert ask(client, "/signatures/mine/new/")["Location"] == "/signatures/mine/asked/"
