"""Single mails wait their turn, and nobody is bombed through our forms."""

from datetime import date

import pytest

from offramp.notices import queue
from offramp.notices.models import Outgoing, Share

TODAY = date(2026, 11, 22)
TOMORROW = date(2026, 11, 23)


@pytest.mark.django_db
def test_a_mail_waits_as_it_was_written() -> None:
    assert put("ada@example.org")

    waiting = Outgoing.objects.get()
    assert (waiting.to, waiting.subject, waiting.text) == ("ada@example.org", "Your answer", "Hello.\n")


@pytest.mark.django_db
def test_an_address_gets_three_of_a_kind_a_day() -> None:
    assert [put("ada@example.org") for _ in range(4)] == [True, True, True, False]
    assert Outgoing.objects.count() == 3
    assert put("ada@example.org", on=TOMORROW)


@pytest.mark.django_db
def test_an_address_gets_six_of_all_kinds_a_day() -> None:
    kinds = ["reply", "signature", "subscription", "reply", "signature", "subscription", "erasure"]

    assert [put("ada@example.org", about=kind) for kind in kinds] == [*[True] * 6, False]


@pytest.mark.django_db
def test_spellings_of_one_mailbox_share() -> None:
    spellings = ["ada@example.org", "Ada@Example.org", "ada+1@example.org", "ada+2@example.org"]

    assert [put(spelling) for spelling in spellings] == [True, True, True, False]


@pytest.mark.django_db
def test_what_was_counted_names_no_address_and_is_forgotten() -> None:
    put("ada@example.org")

    for share in Share.objects.all():
        assert b"ada" not in bytes(share.whose)
    assert queue.forget_shares(before=TODAY) == 0
    assert queue.forget_shares(before=TOMORROW) == 2


@pytest.mark.django_db
def test_a_subject_cannot_begin_another_header() -> None:
    put("ada@example.org", subject="Ada\r\nBcc: bo@example.org")

    assert Outgoing.objects.get().subject == "Ada Bcc: bo@example.org"


def put(to: str, *, subject: str = "Your answer", about: str = "reply", on: date = TODAY) -> bool:
    return queue.put(to=to, subject=subject, text="Hello.\n", about=about, on=on)
