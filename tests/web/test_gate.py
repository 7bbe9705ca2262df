"""What keeps scripts out of open forms: time, a field that nobody sees, and how much comes from where."""

import time
from typing import Any

import pytest
from django.http import HttpRequest
from django.test import RequestFactory

from offramp.web import gate, limits

HERE, THERE, ONION = "198.51.100.7", "203.0.113.9", "127.0.0.1"


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "BUCKETS", limits.Buckets(capacity=100))
    monkeypatch.setattr(gate, "EVERYBODY", limits.Buckets())


def sent(age: float = 60, *, near: str = HERE, **fields: str) -> HttpRequest:
    stamp = gate.stamp("form", at=time.time() - age)
    return RequestFactory().post("/", {"stamp": stamp, **fields}, REMOTE_ADDR=near)


def refusal(request: HttpRequest, **pace: Any) -> gate.Refusal | None:
    return gate.refusal(request, "form", **({"per_minute": 3} | pace))


def test_a_person_gets_through() -> None:
    assert refusal(sent()) is None


def test_what_is_sent_faster_than_anybody_reads_comes_back_with_its_stamp() -> None:
    request = sent(1)

    assert refusal(request) is gate.TOO_QUICK
    assert gate.stamp_again(request, "form") == request.POST["stamp"]


@pytest.mark.parametrize("age", [gate.AT_MOST + 60, -gate.AT_MOST])
def test_an_old_stamp_and_one_from_the_future_are_refused(age: float) -> None:
    assert refusal(sent(age)) in (gate.TOO_OLD, gate.TOO_QUICK)


def test_an_old_stamp_is_replaced_by_a_fresh_one() -> None:
    request = sent(gate.AT_MOST + 60)

    assert gate.age_of(gate.stamp_again(request, "form"), "form") == 0


@pytest.mark.parametrize("typed", ["", "form.00.1", "x" * 10_000])
def test_a_stamp_that_is_not_ours_is_refused(typed: str) -> None:
    assert refusal(sent(stamp=typed)) is gate.TOO_OLD


def test_a_stamp_of_another_form_is_refused() -> None:
    assert refusal(sent(stamp=gate.stamp("another form", at=time.time() - 60))) is gate.TOO_OLD


def test_a_script_that_fills_in_what_nobody_sees_is_stopped() -> None:
    assert refusal(sent(website="https://pills.example")) is gate.FILLED


def test_one_neighborhood_waits_and_another_does_not() -> None:
    answers = [refusal(sent()) for _ in range(4)]

    assert answers == [None, None, None, gate.TOO_OFTEN]
    assert refusal(sent(near=THERE)) is None


def test_one_that_goes_on_for_an_hour_gets_no_more_than_ten_minutes_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begin, taken = time.monotonic(), 0
    for minute in range(60):
        monkeypatch.setattr(time, "monotonic", lambda minute=minute: begin + 60 * minute)
        taken += sum(refusal(sent()) is None for _ in range(5))

    assert 3 * gate.AN_HOUR_NEAR <= taken <= 2 * 3 * gate.AN_HOUR_NEAR


def test_all_who_come_through_tor_share_what_several_neighborhoods_have() -> None:
    taken = sum(refusal(sent(near=ONION)) is None for _ in range(30))

    assert taken == gate.NOBODYS_OWN * 3


def test_ten_thousand_an_hour_from_anywhere_are_a_few_hundred_for_us() -> None:
    taken = sum(
        refusal(sent(near=f"10.{number // 250}.{number % 250}.1"), an_hour=50) is None
        for number in range(300)
    )

    assert 50 <= taken <= 51


def test_a_flood_from_many_places_does_not_make_us_forget_what_all_took() -> None:
    assert refusal(sent(), an_hour=1) is None

    for number in range(200):
        limits.allow(sent(near=f"203.0.{number}.1"), "another form", per_minute=3)

    assert refusal(sent(near=THERE), an_hour=1) is gate.TOO_MANY


def test_two_presses_of_one_form_are_one_and_other_words_are_another() -> None:
    request = sent()

    assert gate.once(request, "Ada", "Hello.") == gate.once(request, "Ada", "Hello.")
    assert gate.once(request, "Ada", "Hello.") != gate.once(request, "AdaHello", ".")
    assert gate.once(request, "Ada", "Hello.") != gate.once(sent(), "Ada", "Hello.")
