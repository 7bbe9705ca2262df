"""A letter by mail: an organizer asks for it once, follows it, stops it, and sees it as it arrives."""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from offramp.journal.models import Entry
from offramp.letters import publishing
from offramp.letters.models import Letter
from offramp.notices import actions as notices
from offramp.notices.session import Session
from offramp.subscribers import delivering, mailings, proofs
from offramp.subscribers.models import Delivery, Mailing, Proof
from tests.cast import Person, an_adviser, an_organizer
from tests.letters.letters import a_letter, a_public_letter, say
from tests.notices.office import Office, open_for_mail
from tests.subscribers.waiting import MONTHLY, a_subscriber
from tests.web.signing_in import send, staff_visit, words

ACTS = ("mailing", "mailing/proof")


@pytest.fixture
def client(di: Person) -> Client:
    return staff_visit(di)


@pytest.fixture
def office(settings: Any) -> Iterator[Office]:
    with open_for_mail(settings) as office:
        yield office


def do(client: Client, letter: Letter, act: str, **fields: object) -> str:
    answer = send(client, f"/writing/{letter.pk}/{act}/", fields, form_at=f"/writing/{letter.pk}/")
    assert answer.status_code == 302
    return str(answer["Location"].partition("told=")[2])


def steer(client: Client, letter: Letter, act: str) -> str:
    """Stop its mailing, or let it go on."""
    mailing = Mailing.objects.get(letter=letter)
    answer = send(client, f"/subscribers/mailings/{mailing.pk}/{act}/", {}, form_at=f"/writing/{letter.pk}/")
    assert answer["Location"].startswith(f"/writing/{letter.pk}/")
    return str(answer["Location"].partition("told=")[2])


def said(client: Client, letter: Letter) -> str:
    """The section, as it is read."""
    page = words(client.get(f"/writing/{letter.pk}/"))
    section = page[page.index('id="by-mail"') :].partition("</section>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", section).split())


def run() -> None:
    """What the timer does each minute."""
    mailings.begin_due(timezone.now())
    with Session() as session:
        proofs.send_some(session, now=timezone.now())
        delivering.send_some(session, now=timezone.now())


def test_an_organizer_sees_to_how_many_it_would_go(client: Client) -> None:
    letter = a_public_letter()
    for name in ("ada", "bo", "cy"):
        a_subscriber(name)
    a_subscriber("di", rhythm=MONTHLY)
    a_subscriber("ed", is_confirmed=False)

    read = said(client, letter)

    assert "3 people get each letter. 1 more gets how it begins" in read
    assert not re.search("@|ada", read)


def test_beside_the_button_it_says_who_reads_a_language_the_letter_does_not_speak(client: Client) -> None:
    letter = a_public_letter()
    a_subscriber("ada")
    a_subscriber("bo", language="es")
    a_subscriber("cy", language="es", rhythm=MONTHLY)
    a_subscriber("di", language="es", is_confirmed=False)

    before = said(client, letter)
    say(letter, "es")

    assert "2 people who get it read Español, and the letter has no such version." in before
    assert before.index("Español") > before.index("I have read it as it will arrive.")
    assert "no such version" not in said(client, letter)


def test_it_is_asked_for_on_purpose_and_once_whoever_asks(client: Client, di: Person, ed: Person) -> None:
    letter = a_public_letter()

    assert do(client, letter, "mailing") == "mailing-unsure"
    assert not Mailing.objects.exists()
    assert do(client, letter, "mailing", sure="yes") == "mailing-asked"
    assert do(client, letter, "mailing", sure="yes") == "letter-stood-otherwise"
    assert do(staff_visit(ed), letter, "mailing", sure="yes") == "letter-stood-otherwise"

    assert Mailing.objects.get().by == di.member
    assert Entry.objects.filter(kind=Entry.Kind.MAILING_ASKED).count() == 1
    assert "begins within a minute" in said(client, letter)
    assert f'action="/writing/{letter.pk}/mailing/"' not in words(client.get(f"/writing/{letter.pk}/"))


def test_asked_for_before_its_day_it_goes_out_with_the_publication(
    client: Client, di: Person, office: Office
) -> None:
    letter, now = a_letter(), timezone.now()
    a_subscriber("ada")
    publishing.publish(letter=letter, at=now + timedelta(days=1), by=di.member, now=now)
    assert "Send it as soon as it is public" in said(client, letter)
    do(client, letter, "mailing", sure="yes")

    run()

    assert "goes out as soon as the letter is public" in said(client, letter)
    letter.publication.at = now - timedelta(minutes=1)
    letter.publication.save()
    run()
    assert office.addresses == ["ada@x.example"]
    assert "everybody has been served" in said(client, letter)
    assert "1 of 1 have it." in said(client, letter)


def test_it_is_stopped_and_goes_on_with_the_others(client: Client, office: Office) -> None:
    letter = a_public_letter()
    for name in ("ada", "bo", "cy"):
        a_subscriber(name)
    do(client, letter, "mailing", sure="yes")
    mailings.begin_due(timezone.now())
    Delivery.objects.earliest("pk").delete()

    assert "on its way" in said(client, letter)
    assert steer(client, letter, "stop") == "mailing-stopped"
    run()
    assert office.addresses == []
    assert "stopped" in said(client, letter)
    assert "1 of 3 have it." in said(client, letter)
    assert steer(client, letter, "resumption") == "mailing-resumed"
    run()
    assert office.addresses == ["bo@x.example", "cy@x.example"]
    assert steer(client, letter, "stop") == "letter-stood-otherwise"
    assert steer(client, letter, "resumption") == "letter-stood-otherwise"
    kinds = (Entry.Kind.MAILING_STOPPED, Entry.Kind.MAILING_RESUMED)
    assert Entry.objects.filter(kind__in=kinds, subject_id=letter.pk).count() == 2


def test_what_did_not_arrive_is_said_in_words(client: Client) -> None:
    letter = a_public_letter()
    told = {"asked_on": timezone.now().date(), "begun_on": timezone.now().date()}
    mailing = Mailing.objects.create(letter=letter, total=1515, given_up=3, came_back=7, ended=1, **told)
    ada = a_subscriber("ada")
    Delivery.objects.create(mailing=mailing, subscriber=ada)

    read = said(client, letter)

    assert "1,511 of 1,515 have it." in read
    assert "3 were given up" in read
    assert "7 addresses do not exist any more" in read
    assert "For 1 of them it was the second time" in read
    assert "refuse us" not in read
    Mailing.objects.update(came_back=152)
    assert "the servers probably refuse us, not the addresses" in said(client, letter)


def test_what_cannot_be_is_answered_with_how_it_stands(client: Client, di: Person) -> None:
    letter = a_public_letter()
    publishing.withdraw(letter=letter, by=di.member, now=timezone.now())

    assert "It was withdrawn, so it goes to nobody." in said(client, letter)
    assert do(client, letter, "mailing", sure="yes") == "letter-stood-otherwise"
    assert not Mailing.objects.exists()


def test_links_that_lead_nowhere_for_readers_are_said_before(client: Client) -> None:
    a_letter("only-a-draft")
    a_public_letter("another")
    links = "[a](/nowhere/) [b](/letters/only-a-draft/) [c](/letters/another/) [d](https://example.org/gone)"

    read = said(client, a_public_letter(body=f"{links} [e](/letters/a-letter/)"))

    assert "The link to “/nowhere/” leads to no page of ours." in read
    assert "The link to “/letters/only-a-draft/” leads to a letter that nobody can read yet." in read
    assert read.count("The link to") == 2
    assert "Links to other sites are never opened by us" in read
    assert "Look at this first" not in said(client, a_public_letter("well", body="[c](/letters/another/)"))


def test_a_proof_goes_to_ones_own_address_alone(
    client: Client, di: Person, ed: Person, office: Office
) -> None:
    letter = a_letter(title="A draft", body="As it will arrive.")
    a_subscriber("ada")
    notices.keep_address(by=ed.member, email="ed@example.org", language="en")
    assert do(client, letter, "mailing/proof") == "proof-nowhere"
    assert "you have named none" in said(client, letter)
    notices.keep_address(by=di.member, email="di@example.org", language="en")

    assert "goes to d…@example.org alone" in said(client, letter)
    for _ in range(2):
        assert do(client, letter, "mailing/proof", to="cy@example.org") == "proof-asked"
    run()

    [(address, mail)] = office.received
    assert address == "di@example.org"
    assert "As it will arrive." in mail.as_string()
    assert not Mailing.objects.exists()


def test_a_proof_waits_for_the_mail_server_and_not_for_ever(
    client: Client, di: Person, office: Office
) -> None:
    letter = a_letter()
    notices.keep_address(by=di.member, email="di@example.org", language="en")
    do(client, letter, "mailing/proof")
    office.at_rcpt["di@example.org"] = ["451 later"] * 2

    run()
    assert Proof.objects.count() == 1
    Proof.objects.update(asked_on=timezone.now().date() - timedelta(days=1))
    run()

    assert (Proof.objects.count(), office.addresses) == (0, [])


def test_who_left_or_wants_no_mail_any_more_gets_no_proof(client: Client, di: Person, office: Office) -> None:
    letter = a_letter()
    notices.keep_address(by=di.member, email="di@example.org", language="en")
    do(client, letter, "mailing/proof")
    notices.forget_address(by=di.member)

    run()

    assert (Proof.objects.count(), office.addresses) == (0, [])


def test_a_stranger_cannot_mail_anybody(ed: Person) -> None:
    letter = a_public_letter()
    for stranger in (staff_visit(an_adviser("Bo")), staff_visit(an_organizer("Fay"))):
        page = words(stranger.get("/account/"))
        token = re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[0]
        for act in ACTS:
            fields = {"csrfmiddlewaretoken": token, "sure": "yes"}
            assert stranger.post(f"/writing/{letter.pk}/{act}/", fields).status_code == 404
    assert not Mailing.objects.exists()


def test_the_page_asks_no_more_of_the_database_for_a_long_list(client: Client) -> None:
    letter = a_public_letter()
    a_subscriber("ada")
    with CaptureQueriesContext(connection) as of_one:
        said(client, letter)
    for name in ("bo", "cy"):
        a_subscriber(name)

    with CaptureQueriesContext(connection) as of_three:
        said(client, letter)

    assert len(of_three) == len(of_one)
