"""Limits slow one neighbourhood down and never anybody else."""

import pytest
from django.http import HttpRequest
from django.test import RequestFactory

from offramp.web import limits


@pytest.fixture(autouse=True)
def fresh_buckets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "BUCKETS", limits.Buckets())


def asked_from(address: str, forwarded: str = "") -> HttpRequest:
    return RequestFactory().get("/", REMOTE_ADDR=address, headers={"x-forwarded-for": forwarded})


def test_a_neighbourhood_may_do_so_much_a_minute() -> None:
    tries = [limits.allow(asked_from(f"198.51.100.{last}"), "send", per_minute=3) for last in range(1, 6)]

    assert tries == [True, True, True, False, False]


def test_a_flood_from_one_place_stops_nobody_elsewhere() -> None:
    for _ in range(100):
        limits.allow(asked_from("198.51.100.1"), "send", per_minute=3)

    assert limits.allow(asked_from("198.51.101.1"), "send", per_minute=3)


def test_each_act_has_its_own_count() -> None:
    limits.allow(asked_from("198.51.100.1"), "send", per_minute=1)

    assert not limits.allow(asked_from("198.51.100.1"), "send", per_minute=1)
    assert limits.allow(asked_from("198.51.100.1"), "return", per_minute=1)


def test_time_fills_a_bucket_again() -> None:
    buckets = limits.Buckets()
    assert [buckets.take(b"near", per_minute=2, at=at) for at in (0, 0, 29, 30, 31)] == [
        True,
        True,
        False,
        True,
        False,
    ]


def test_a_long_rest_saves_nothing_up() -> None:
    buckets = limits.Buckets()
    buckets.take(b"near", per_minute=1, at=0)

    assert [buckets.take(b"near", per_minute=1, at=9_000) for _ in range(2)] == [True, False]


def test_memory_is_bounded_and_the_oldest_count_goes_first() -> None:
    buckets = limits.Buckets(capacity=2)
    for key in (b"oldest", b"middle", b"newest"):
        buckets.take(key, per_minute=1, at=0)

    assert list(buckets.levels) == [b"middle", b"newest"]


@pytest.mark.parametrize(
    ("address", "forwarded", "near"),
    [
        ("198.51.100.7", "", "198.51.100.0/24"),
        ("2001:db8:1:2::7", "", "2001:db8:1::/48"),
        ("::ffff:198.51.100.7", "", "198.51.100.0/24"),
        ("127.0.0.1", "203.0.113.9, 198.51.100.7", "198.51.100.0/24"),
        ("127.0.0.1", "", None),
        ("", "", None),
        ("127.0.0.1", "not an address", None),
        ("10.0.0.2", "198.51.100.7", "198.51.100.0/24"),
        ("fd00::2", "2001:db8:1:2::7", "2001:db8:1::/48"),
        ("::ffff:10.0.0.2", "198.51.100.7", "198.51.100.0/24"),
    ],
)
def test_an_address_is_known_only_by_its_neighbourhood(
    address: str, forwarded: str, near: str | None
) -> None:
    assert limits.neighbourhood(asked_from(address, forwarded)) == near


@pytest.mark.parametrize("far", ["8.8.8.8", "::ffff:8.8.8.8"])
def test_nobody_but_a_proxy_beside_us_says_who_is_asking(far: str) -> None:
    assert limits.neighbourhood(asked_from(far, forwarded="198.51.100.7")) == "8.8.8.0/24"


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("198.51.100.7:5678", "198.51.100.0/24"),
        ("[2001:db8:1:2::7]:443", "2001:db8:1::/48"),
        ("[2001:db8:1:2::7]", "2001:db8:1::/48"),
        ("::ffff:198.51.100.7", "198.51.100.0/24"),
        ("[::ffff:198.51.100.7]:443", "198.51.100.0/24"),
        ("fe80::7%eth0", "fe80::/48"),
        ("[::1]:443", None),
        ("[", None),
        (":", None),
        ("198.51.100.7:", "198.51.100.0/24"),
    ],
)
def test_an_address_is_read_however_a_proxy_writes_it(written: str, near: str | None) -> None:
    assert limits.neighbourhood(asked_from("127.0.0.1", forwarded=written)) == near


def test_no_address_stands_in_memory() -> None:
    limits.allow(asked_from("198.51.100.1"), "send", per_minute=1)

    (key,) = limits.BUCKETS.levels
    assert len(key) == 32
    assert b"198.51" not in key
