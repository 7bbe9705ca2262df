"""Single mails wait their turn, and nobody is bombed through our forms."""

from datetime import UTC, date, datetime, timedelta

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
@pytest.mark.parametrize(
    "spellings",
    [
        ["ada.b@gmail.com", "a.dab@gmail.com", "adab+1@googlemail.com", "a.d.a.b@googlemail.com"],
        ["ada.b@proton.me", "ada-b@proton.me", "ada_b@protonmail.com", "adab+1@pm.me"],
    ],
)
def test_signs_that_say_nothing_to_a_provider_make_no_other_mailbox(spellings: list[str]) -> None:
    assert [put(spelling) for spelling in spellings] == [True, True, True, False]
    assert put("ada.b@example.org")
    assert [put("adab@example.org") for _ in range(3)] == [True, True, True]


@pytest.mark.django_db
def test_an_address_gets_twelve_a_week_however_they_are_spread() -> None:
    monday = date(2026, 11, 16)
    days = [monday + timedelta(days=day) for day in range(7)]

    taken = [put("ada@example.org", on=day) for day in days for _ in range(3)]

    assert taken.count(True) == 12
    assert put("ada@example.org", on=monday + timedelta(days=7))


@pytest.mark.django_db
def test_how_much_went_in_a_week_is_forgotten_after_it() -> None:
    monday = date(2026, 11, 16)
    put("ada@example.org", on=monday)

    assert queue.forget_shares(before=monday + timedelta(days=1)) == 2
    assert queue.forget_shares(before=monday + timedelta(days=6)) == 0
    assert queue.forget_shares(before=monday + timedelta(days=7)) == 1


@pytest.mark.django_db
def test_what_is_taken_back_is_not_sent_and_the_rest_waits_on() -> None:
    for to, about, text in (
        ("ada@example.org", "reply", "Link: /first/"),
        ("ada@example.org", "reply", "Link: /second/"),
        ("ada@example.org", "signature", "Link: /first/"),
        ("bo@example.org", "reply", "Link: /first/"),
    ):
        queue.put(to=to, subject="Your link", text=text, about=about, on=TODAY)

    queue.forget(to="ada@example.org", about="reply", key="first")

    assert list(Outgoing.objects.order_by("pk").values_list("to", "about", "text")) == [
        ("ada@example.org", "reply", "Link: /second/"),
        ("ada@example.org", "signature", "Link: /first/"),
        ("bo@example.org", "reply", "Link: /first/"),
    ]


@pytest.mark.django_db
def test_what_is_taken_back_gives_its_share_back_once() -> None:
    assert [put("ada@example.org") for _ in range(3)] == [True, True, True]

    assert [queue.forget(to="ada@example.org", about="reply") for _ in range(2)] == [3, 0]

    assert set(Share.objects.values_list("taken", flat=True)) == {0}
    assert [put("ada@example.org") for _ in range(4)] == [True, True, True, False]


@pytest.mark.django_db
def test_what_is_owed_goes_though_strangers_used_up_the_day_and_the_week() -> None:
    monday = date(2026, 11, 16)
    for day in range(3):
        for kind in ("signature", "subscription") * 3:
            put("ada@example.org", about=kind, on=monday + timedelta(days=day))
    assert not put("ada@example.org", on=monday + timedelta(days=3))

    assert owe("ada@example.org", on=monday + timedelta(days=3))


@pytest.mark.django_db
def test_of_what_is_owed_one_too_many_goes_on_the_next_day_with_room() -> None:
    assert all(owe("ada@example.org") for _ in range(7))

    begins = [datetime(2026, 11, day, tzinfo=UTC) for day in (22, 23, 24)]
    waiting = Outgoing.objects.order_by("pk").values_list("not_before", "on")
    assert list(waiting) == [(begins[number // 3], begins[number // 3].date()) for number in range(7)]


@pytest.mark.django_db
def test_what_is_owed_waits_for_weeks_and_no_longer() -> None:
    most = queue.MOST_OF_A_KIND * (queue.MOST_DAYS_LATER + 1)

    assert [owe("ada@example.org") for _ in range(most + 1)] == [*[True] * most, False]


@pytest.mark.django_db
def test_what_was_owed_and_taken_back_gives_back_its_own_kind_alone() -> None:
    put("ada@example.org", about="signature")
    owe("ada@example.org")

    queue.forget(to="ada@example.org", about="reply", is_owed=True)

    taken = dict(Share.objects.values_list("about", "taken"))
    assert taken == {"signature": 1, "": 1, "week": 1, "reply": 0}


@pytest.mark.django_db
def test_what_was_counted_names_no_address_and_is_forgotten() -> None:
    put("ada@example.org")

    for share in Share.objects.all():
        assert b"ada" not in bytes(share.whose)
    assert queue.forget_shares(before=TODAY) == 0
    assert queue.forget_shares(before=TOMORROW) == 3  # a kind, the day, and the week that ends on it


@pytest.mark.django_db
def test_a_subject_cannot_begin_another_header() -> None:
    put("ada@example.org", subject="Ada\r\nBcc: bo@example.org")

    assert Outgoing.objects.get().subject == "Ada Bcc: bo@example.org"


def put(to: str, *, subject: str = "Your answer", about: str = "reply", on: date = TODAY) -> bool:
    return queue.put(to=to, subject=subject, text="Hello.\n", about=about, on=on)


def owe(to: str, *, on: date = TODAY) -> bool:
    return queue.owe(to=to, subject="Your link", text="Hello.\n", about="reply", on=on)
