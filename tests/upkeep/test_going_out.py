"""Large answers that nobody reads fill no memory: so many bytes at a time, of one person and in all."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from offramp.config import asgi
from offramp.config.asgi import MIB
from offramp.config.gateway import Answer, Environ

FILE = (200, [("Content-Type", "application/pdf")], bytes(15 * MIB))
PICTURE = (200, [("Content-Type", "image/jpeg")], bytes(MIB))
SEVERAL = "You are loading large files already."


@pytest.fixture(autouse=True)
def under_way() -> Iterator[ExitStack]:
    """What is being sent to people who never read it."""
    asgi.GOING_OUT.guests.clear()
    with ExitStack() as stack:
        yield stack
    assert asgi.GOING_OUT.guests == {}


def from_town(number: int) -> Environ:
    return {"REMOTE_ADDR": f"198.51.{number}.7"}


def asked(
    stack: ExitStack, environ: Environ, answer: Answer = FILE, *, member: str = "ada"
) -> tuple[int, str]:
    status, headers, body = stack.enter_context(asgi.going_out(environ, answer, member.encode()))
    return status, body.decode() if dict(headers)["Content-Type"].startswith("text/plain") else ""


def test_one_person_loads_two_files_and_the_third_waits(under_way: ExitStack) -> None:
    ada = [from_town(number) for number in range(3)]
    answers = [asked(under_way, environ) for environ in ada]

    assert [status for status, _ in answers] == [200, 200, 503]
    assert SEVERAL in answers[2][1]


def test_however_large_it_is_alone_it_goes_out(under_way: ExitStack) -> None:
    everything = (200, [("Content-Type", "text/html")], bytes(asgi.GOING_OUT.most + 1))

    assert asked(under_way, from_town(1), everything)[0] == 200


def test_a_neighbourhood_cannot_hold_all_the_room_nor_everybody_more_than_that(under_way: ExitStack) -> None:
    near = [asked(under_way, from_town(1), member=f"neighbor {number}")[0] for number in range(7)]
    assert near == [200] * 5 + [503] * 2

    far = [asked(under_way, from_town(number), member=f"friend {number}")[0] for number in range(2, 9)]
    assert far == [200] * 5 + [503] * 2


def test_strangers_of_one_neighbourhood_share_and_all_of_them_leave_some_for_who_signed_in(
    under_way: ExitStack,
) -> None:
    near = [asked(under_way, from_town(1), PICTURE, member="") for _ in range(41)]
    assert [status for status, _ in near] == [200] * 40 + [503]
    assert SEVERAL not in near[-1][1]

    far = [asked(under_way, from_town(2 + number // 40), PICTURE, member="")[0] for number in range(81)]
    assert far == [200] * 80 + [503]
    assert asked(under_way, from_town(1))[0] == 200


def test_through_tor_strangers_and_who_signed_in_leave_some_for_all_others(under_way: ExitStack) -> None:
    through_tor = {"REMOTE_ADDR": "127.0.0.1"}
    answers = [asked(under_way, dict(through_tor), member=f"number {number}")[0] for number in range(9)]

    assert answers == [200] * 8 + [503]
    assert asked(under_way, from_town(1))[0] == 200


def test_what_is_small_always_goes_out(under_way: ExitStack) -> None:
    page = (200, [("Content-Type", "text/html")], b"A page.")
    ada = [from_town(1) for _ in range(3)]
    answers = [asked(under_way, ada[0]), asked(under_way, ada[1]), asked(under_way, ada[2], page)]

    assert [status for status, _ in answers] == [200] * 3
