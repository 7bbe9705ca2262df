"""The mail of a month: seen where the subscribers are counted, stopped there, and taken up again."""

from datetime import date

import pytest
from django.test import Client

from offramp.subscribers.models import Delivery, Mailing
from tests.cast import Person
from tests.subscribers.waiting import MONTHLY, TODAY, a_subscriber
from tests.web.signing_in import send, staff_visit, words


@pytest.fixture
def client(di: Person) -> Client:
    return staff_visit(di)


@pytest.fixture
def october(db: None) -> Mailing:
    told = {"asked_on": TODAY, "begun_on": TODAY}
    mailing = Mailing.objects.create(month=date(2026, 10, 1), total=3, **told)
    Delivery.objects.create(mailing=mailing, subscriber=a_subscriber("ada", rhythm=MONTHLY))
    return mailing


def steer(client: Client, mailing: Mailing, act: str) -> str:
    answer = send(client, f"/subscribers/mailings/{mailing.pk}/{act}/", {}, form_at="/subscribers/")
    return str(answer["Location"])


def test_one_that_a_restore_stopped_goes_on(client: Client, october: Mailing) -> None:
    Mailing.objects.update(stopped_on=TODAY)
    page = words(client.get("/subscribers/"))
    assert "The mail of October 2026" in page
    assert "2 of 3 have it." in page

    assert steer(client, october, "resumption") == "/subscribers/?told=mailing-resumed"

    assert Mailing.objects.get().stopped_on is None


def test_one_on_its_way_is_stopped_once(client: Client, october: Mailing) -> None:
    assert steer(client, october, "stop") == "/subscribers/?told=mailing-stopped"
    assert steer(client, october, "stop") == "/subscribers/?told=letter-stood-otherwise"

    assert Mailing.objects.get().stopped_on == TODAY


def test_one_that_everybody_has_is_not_shown(client: Client, october: Mailing) -> None:
    Delivery.objects.all().delete()

    assert "The mail of October" not in words(client.get("/subscribers/"))
