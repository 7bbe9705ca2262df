"""Who has room for a file on its way in: each person for one, each neighbourhood for two, and four in all."""

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import OperationalError, connection

from offramp.config import intake
from offramp.config.threads import thread
from offramp.web import uploads
from offramp.web.uploads import Room
from tests.upkeep import sending
from tests.upkeep.sending import FILE, ORDINARY, environ_of, from_town, taken, visit, visits

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def nobody_else() -> Iterator[None]:
    with sending.nobody_there():
        yield


@pytest.mark.parametrize("cookie", ["", "__Host-form=x", "__Host-place=", "__Host-place=made-up-by-somebody"])
def test_without_a_visit_only_the_words_are_kept(cookie: str) -> None:
    environ = environ_of(HTTP_COOKIE=cookie)

    assert taken(environ, FILE + bytes(1_000_000)) == (FILE + bytes(1_000_000))[:ORDINARY]
    assert environ["CONTENT_LENGTH"] == str(ORDINARY)


def test_a_visit_that_is_over_gets_no_room() -> None:
    environ = environ_of(HTTP_COOKIE=visit("Ada", minutes=-1))

    assert len(taken(environ, FILE + bytes(1_000_000))) == ORDINARY
    assert environ[uploads.ROOM] is Room.OTHERS


def test_four_files_at_once_and_for_the_next_the_words_are_kept_until_one_is_answered() -> None:
    body = FILE + bytes(1_000_000)
    four = [from_town(number, cookie) for number, cookie in enumerate(visits(4))]
    assert [len(taken(environ, body)) for environ in four] == [len(body)] * 4

    for size, kept in ((1_000_000, ORDINARY), (100, len(FILE) + 100)):
        fifth = environ_of()
        assert len(taken(fifth, FILE + bytes(size))) == kept
        assert fifth[uploads.ROOM] is Room.OTHERS

    with intake.giving_back(four[0]):
        pass
    assert len(taken(environ_of(), body)) == len(body)


def test_a_visit_in_which_nobody_signed_in_gets_no_room() -> None:
    environ = environ_of(HTTP_COOKIE=visit(""))

    assert len(taken(environ, FILE + bytes(1_000_000))) == ORDINARY
    assert environ[uploads.ROOM] is Room.OTHERS


@pytest.mark.parametrize("towns", [[1, 1, 1, 1], [1, 2, 3, 4]], ids=str)
def test_a_person_has_room_for_one_file_at_a_time_however_many_visits_they_open(towns: list[int]) -> None:
    four = [from_town(town, visit("Ada")) for town in towns]
    for environ in four:
        taken(environ, FILE + bytes(1_000_000))

    assert [environ[uploads.ROOM] for environ in four] == [Room.GIVEN] + [Room.YOURS] * 3


def test_whoever_comes_through_tor_leaves_a_room_for_all_others() -> None:
    through_tor = [environ_of(HTTP_COOKIE=cookie, REMOTE_ADDR="127.0.0.1") for cookie in visits(4)]
    ada = environ_of(REMOTE_ADDR="198.51.100.7")
    for environ in (*through_tor, ada):
        taken(environ, FILE + bytes(1_000_000))

    assert [environ[uploads.ROOM] for environ in through_tor] == [Room.GIVEN] * 3 + [Room.OTHERS]
    assert ada[uploads.ROOM] is Room.GIVEN


def test_while_the_database_does_not_answer_the_words_are_kept() -> None:
    ada, body = environ_of(), FILE + bytes(1_000_000)
    thread.submit(lambda: connection.execute_wrappers.append(does_not_answer)).result()
    try:
        assert taken(ada, body) == body[:ORDINARY]
    finally:
        thread.submit(lambda: connection.execute_wrappers.remove(does_not_answer)).result()
    assert ada[uploads.ROOM] is Room.OTHERS
    assert taken(environ_of(), body) == body


def does_not_answer(*_: object) -> None:
    raise OperationalError("database is locked")


@pytest.mark.parametrize(
    ("addresses", "rooms_given"),
    [
        (["198.51.100.7", "198.51.100.8", "198.51.100.250"], 2),
        (["2001:db8:7::1", "2001:db8:7:ffff::1", "2001:db8:7:8::2"], 2),
        (["198.51.100.7", "198.51.100.8", "198.51.101.7"], 3),
        (["127.0.0.1", "127.0.0.1", "127.0.0.1"], 3),  # as everybody who comes through Tor
    ],
)
def test_a_neighbourhood_has_room_for_two(addresses: list[str], rooms_given: int) -> None:
    for cookie, address in zip(visits(3), addresses, strict=True):
        taken(environ_of(HTTP_COOKIE=cookie, REMOTE_ADDR=address), FILE + bytes(1_000_000))

    assert len(intake.FILES.guests) == rooms_given


def test_behind_a_proxy_a_neighbourhood_is_the_one_that_the_proxy_saw() -> None:
    for cookie in visits(3):
        forwarded = {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "9.9.9.9, 198.51.100.7"}
        taken(environ_of(HTTP_COOKIE=cookie, **forwarded), FILE + bytes(1_000_000))

    assert len(intake.FILES.guests) == 2


def test_who_sends_too_slowly_gives_the_room_to_others_and_keeps_the_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(intake, "START", 0.05)
    slow, quick = from_town(1, visit("Bo")), environ_of()
    body = FILE + bytes(1_000_000)

    async def meanwhile() -> list[bool]:
        coming = asyncio.Queue[bytes]()
        for piece in (body[:150_000], body[150_000:300_000]):
            coming.put_nowait(piece)

        async def receive() -> dict[str, Any]:
            piece = await coming.get()
            return {"type": "http.request", "body": piece, "more_body": piece != body[300_000:]}

        task = asyncio.create_task(intake.take_in(slow, receive))
        has_room = []
        for _ in range(100):
            await asyncio.sleep(0.01)
            has_room.append(id(slow) in intake.FILES.guests)
            if True in has_room and not has_room[-1]:
                break
        coming.put_nowait(body[300_000:])
        await task
        return has_room

    assert asyncio.run(meanwhile())[-1] is False
    assert slow["wsgi.input"].read() == body[:ORDINARY]
    assert slow[uploads.ROOM] is Room.TOO_SLOW
    assert len(taken(quick, body)) == len(body)


def test_four_who_never_end_and_invent_their_cookies_keep_nobody_out() -> None:
    ada, body = environ_of(), FILE + bytes(1_000_000)

    async def meanwhile() -> None:
        hostile = [from_town(number, f"__Host-place=invented-{number}") for number in range(8)]
        tasks = [asyncio.create_task(intake.take_in(environ, begun(body))) for environ in hostile]
        await asyncio.sleep(0.1)
        await intake.take_in(ada, whole(body))
        assert (len(ada["wsgi.input"].read()), ada[uploads.ROOM]) == (len(body), Room.GIVEN)
        for task in tasks:
            task.cancel()

    asyncio.run(meanwhile())


def begun(body: bytes) -> intake.Receive:
    """A sender who sends more than a text, and then nothing more."""
    coming = [body[:ORDINARY], body[ORDINARY : ORDINARY + 1]]

    async def receive() -> dict[str, Any]:
        if not coming:
            await asyncio.sleep(60)
        return {"type": "http.request", "body": coming.pop(0), "more_body": True}

    return receive


def whole(body: bytes) -> intake.Receive:
    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    return receive
