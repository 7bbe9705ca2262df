"""Anybody asks for the letters by mail."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.formats import date_format

from offramp.notices.models import Outgoing
from offramp.pairing.models import Farewell
from offramp.subscribers import mailings
from offramp.subscribers.models import Ending, Subscriber
from tests.letters.letters import a_public_letter
from tests.web.signing_in import send, words
from tests.web.subscription.subscribers import ADDRESS, a_subscriber
from tests.web.subscription.subscribing import link_in_mail, type_address
from tests.web.visitors import from_our_page


@pytest.fixture
def reader() -> Client:
    return from_our_page()


def test_an_address_is_asked_and_nothing_more(reader: Client) -> None:
    answer = type_address(reader, rhythm="monthly")

    assert (answer.status_code, answer["Location"]) == (302, "/subscription/asked/")
    subscriber = Subscriber.objects.get()
    assert (subscriber.email, subscriber.rhythm, subscriber.confirmed_on) == (ADDRESS, "monthly", None)
    assert link_in_mail() == f"/subscription/{subscriber.key}/"


def test_the_page_says_the_same_for_every_address(reader: Client) -> None:
    a_subscriber("known@example.org")
    a_subscriber("waits@example.org", is_confirmed=False)

    answers = [
        type_address(reader, email) for email in ("new@example.org", "known@example.org", "waits@example.org")
    ]
    pages = [words(reader.get(answer["Location"])) for answer in answers]

    assert len({(answer.status_code, answer["Location"]) for answer in answers}) == 1
    assert len(set(pages)) == 1
    assert Outgoing.objects.count() == 3


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Please type your e-mail address."),
        ("reader", "That is not an e-mail address."),
        ("reader@example.org\r\nBcc: all@example.org", "Please give one address only."),
        ("a@example.org, b@example.org", "Please give one address only."),
        ('"a b"@example.org', "quotation marks"),
        ("reader@exаmple.org", "reader@xn--exmple-4nf.org"),  # noqa: RUF001 (one letter is Cyrillic)
        ("reader@" + "e" * 300 + ".org", "longer than any e-mail address"),
    ],
)
def test_an_address_that_is_none_comes_back_with_the_reason(reader: Client, typed: str, said: str) -> None:
    answer = type_address(reader, typed)

    assert answer.status_code == 400
    assert said in words(answer)
    assert not Subscriber.objects.exists()


def test_a_megabyte_is_refused_before_anything_looks_at_it(reader: Client) -> None:
    answer = type_address(reader, "a" * 1_000_000)

    assert answer.status_code in (400, 413)
    assert not Subscriber.objects.exists()


def test_whoever_is_too_quick_keeps_what_they_typed(reader: Client) -> None:
    page = reader.get("/subscription/").context["stamp"]
    answer = type_address(reader, stamp=page)

    assert answer.status_code == 400
    assert f'value="{ADDRESS}"' in words(answer)
    assert not Subscriber.objects.exists()


def test_a_script_that_fills_in_everything_is_stopped_and_a_persons_address_stands(reader: Client) -> None:
    answer = type_address(reader, website="https://spam.example")

    assert answer.status_code == 400
    assert f'value="{ADDRESS}"' in words(answer)
    assert not Subscriber.objects.exists()


def test_nobody_subscribes_somebody_from_another_site() -> None:
    answer = Client(enforce_csrf_checks=True, headers={"x-forwarded-proto": "https"}).post(
        "/subscription/", {"email": ADDRESS, "rhythm": "each", "language": "en"}
    )

    assert answer.status_code == 403
    assert not Subscriber.objects.exists()


def test_the_form_speaks_spanish_and_so_does_the_mail(reader: Client) -> None:
    assert 'value="es" lang="es" selected' in words(reader.get("/es/subscription/"))
    type_address(reader, language="es")

    assert link_in_mail().startswith("/es/subscription/")
    assert Outgoing.objects.get().text.startswith("Hola")


def test_a_site_that_closes_takes_no_new_address(reader: Client) -> None:
    today = timezone.now().date()
    Farewell.objects.create(on=today, last_day=today + timedelta(days=30))

    assert "No new letters come any more" in words(reader.get("/subscription/"))
    reader.post("/subscription/", {"email": ADDRESS})

    assert not Subscriber.objects.exists()


def test_whoever_ended_it_can_come_back_by_themselves(reader: Client) -> None:
    reader.post(f"/subscription/{a_subscriber().key}/end/")
    assert Ending.objects.exists()

    type_address(reader)
    send(reader, f"{link_in_mail()}confirmation/", form_at=link_in_mail())

    assert [one.email for one in Subscriber.objects.confirmed()] == [ADDRESS]
    assert not Ending.objects.exists()


@pytest.mark.parametrize("page", ["/letters/", "/"])
def test_the_list_of_letters_and_the_front_door_lead_to_the_form(reader: Client, page: str) -> None:
    assert 'href="/subscription/"' not in words(reader.get("/"))
    a_public_letter()

    assert 'href="/subscription/"' in words(reader.get(page))


def test_the_form_says_when_the_next_monthly_mail_comes(reader: Client) -> None:
    first = mailings.next_digest(timezone.now().date())

    assert f"the next on {date_format(first, 'F j')}." in words(reader.get("/subscription/"))
    assert f"el próximo llega el {first.day} de " in words(reader.get("/es/subscription/"))
    assert mailings.next_digest(date(2026, 12, 31)) == date(2027, 1, 1)


@pytest.mark.parametrize(("language", "begins"), [("en", "Hello,\n\nSome"), ("es", "Hola:\n\nAlguien ")])
def test_the_mail_begins_as_people_write(reader: Client, language: str, begins: str) -> None:
    type_address(reader, language=language)

    assert Outgoing.objects.get().text.startswith(begins)
