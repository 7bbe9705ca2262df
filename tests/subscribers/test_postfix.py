"""Letters through Debian's Postfix, over an encrypted line, into somebody's mailbox."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from offramp.notices import queue
from offramp.notices.models import Outgoing
from offramp.subscribers.models import Delivery, Mailing, Subscriber
from offramp.upkeep import command
from tests.browser import certificates
from tests.cast import Person
from tests.letters.letters import say
from tests.notices import postfix
from tests.notices.postfix import Postfix
from tests.subscribers.waiting import TODAY, a_mailing, a_subscriber, letter_of

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not postfix.MAY_RUN, reason="Postfix is not here, or must be begun by root."),
]
WORDS = "Good morning, señora — this is *all*.\n\n.\n\nA line with a dot alone is no end."


@pytest.fixture
def office(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Postfix]:
    certificate = certificates.issue(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate.path))
    with postfix.running("ada", "bo", certificate=certificate) as office:
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "localhost", office.port, True
        yield office


def test_who_is_there_gets_the_letter_as_it_was_written_and_who_is_not_is_known(
    di: Person, office: Postfix, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, language in (("ada", "en"), ("bo", "es"), ("gone", "en"), ("later", "en")):
        a_subscriber(name, language=language)
    mailing = a_mailing(di.member)
    say(letter_of(mailing), "en", title="A letter", body=WORDS)
    say(letter_of(mailing), "es", title="Una carta", body="Buenos días, señora.")

    assert command.main(["mail"]) == 0

    assert capsys.readouterr().out == "Given up: 1\nLetters sent: 2\nPut off, to be tried again: 1\n"
    [ada], [bo] = office.mails("ada"), office.mails("bo")
    [text, html] = ada.iter_parts()
    assert "señora — this is" in text.get_content()
    assert "\n.\n" in text.get_content()
    assert "<em>all</em>" in html.get_content()
    assert "Buenos días, señora." in next(iter(bo.iter_parts())).get_content()
    assert ada["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert "ESMTPS" in ada["Received"]
    assert ada["Message-ID"] != bo["Message-ID"]
    assert Delivery.objects.get().subscriber.email == "later@x.example"
    assert Subscriber.objects.get(email="gone@x.example").bounces == 1
    assert Mailing.objects.get().given_up == 1


def test_addresses_that_are_nowhere_keep_no_answer_and_no_letter_waiting(di: Person, office: Postfix) -> None:
    """Postfix slows down who names ten of them without a mail between, and hangs up at the twentieth."""
    a_subscriber("ada")
    a_mailing(di.member)
    for name in [*(f"dead-{number}" for number in range(45)), "bo"]:
        queue.put(to=f"{name}@x.example", subject="Your link", text="Hello.", about="reply", on=TODAY)

    assert command.main(["mail"]) == 0

    assert (len(office.mails("ada")), len(office.mails("bo"))) == (1, 1)
    assert not Outgoing.objects.exists()
