"""How much of a body is taken: a text whole, a file where files are taken, and no text lost for a file."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta
from hashlib import sha256
from typing import Any

import pytest
from django.db import connections
from django.utils import timezone

from offramp.config import intake
from offramp.config.gateway import Environ
from offramp.config.threads import thread
from offramp.people.models import Session
from offramp.web import uploads
from offramp.web.uploads import Room

pytestmark = pytest.mark.django_db(transaction=True)

COOKIE = "__Host-place=the-cookie-of-ada"
BORDER = "multipart/form-data; boundary=x"
HEAD = b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\nMy words.\r\n--x\r\n'
FILE = HEAD + b'Content-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n'
NO_FILE = HEAD + b'Content-Disposition: form-data; name="file"; filename=""\r\n\r\n\r\n--x--\r\n'
ORDINARY = 200_000


@pytest.fixture(autouse=True)
def nobody_else() -> Iterator[None]:
    """Only Ada is here."""
    visit(COOKIE)
    intake.FILES.guests.clear()
    yield
    intake.FILES.guests.clear()
    thread.submit(connections.close_all).result()  # or the tests' database could not be deleted


def visit(cookie: str, *, minutes: int = 5) -> str:
    """A visit that goes on for so long; its cookie."""
    until = timezone.now() + timedelta(minutes=minutes)
    digest = sha256(cookie.partition("=")[2].encode()).digest()
    Session.objects.create(digest=digest, sealed=b"", idle_until=until, ends_at=until)
    return cookie


def visits(count: int) -> list[str]:
    return [visit(f"__Host-place=a-visitor-of-number-{number}") for number in range(count)]


def environ_of(path: str = "/place/messages/", **more: str) -> Environ:
    told = {"REQUEST_METHOD": "POST", "PATH_INFO": path, "CONTENT_TYPE": BORDER, "HTTP_COOKIE": COOKIE}
    return told | more


def from_town(number: int, cookie: str) -> Environ:
    """Somebody's, each number a neighbourhood of its own."""
    return environ_of(HTTP_COOKIE=cookie, REMOTE_ADDR=f"198.51.{number}.7")


def taken(environ: Environ, body: bytes, *, piece: int = 60_000) -> bytes:
    """What is kept of a body that comes in pieces."""
    pieces = [body[start : start + piece] for start in range(0, len(body), piece)] or [b""]
    coming = [{"type": "http.request", "body": one, "more_body": True} for one in pieces]
    coming[-1]["more_body"] = False

    async def receive() -> dict[str, Any]:
        return coming.pop(0)

    asyncio.run(intake.take_in(environ, receive))
    return bytes(environ["wsgi.input"].read()) if "wsgi.input" in environ else b""


@pytest.mark.parametrize(
    "path",
    [
        "/place/messages/",
        "/es/place/messages/",
        "/place/desk/files/",
        "/caseload/6f1c0d6e-7a52-4d2c-9c55-0f5d8f6f2d3a/messages/",
    ],
)
def test_where_files_are_taken_ten_megabytes_come_through(path: str) -> None:
    body, environ = FILE + bytes(10_000_000), environ_of(path)

    assert taken(environ, body) == body
    assert environ["CONTENT_LENGTH"] == str(len(body))
    assert environ[uploads.ROOM] is Room.GIVEN


@pytest.mark.parametrize(
    "more",
    [
        {"path": "/place/change/"},
        {"path": "/nothing/here/"},
        {"REQUEST_METHOD": "PUT"},
        {"CONTENT_TYPE": "application/x-www-form-urlencoded"},
    ],
    ids=str,
)
def test_anywhere_else_so_much_is_not_kept_and_its_length_is_told(more: dict[str, str]) -> None:
    body, environ = FILE + bytes(1_000_000), environ_of(**more)

    assert taken(environ, body) == b""
    assert environ[uploads.ROOM] is Room.OTHERS
    assert environ["CONTENT_LENGTH"] == str(len(body))
    assert environ["CONTENT_TYPE"] == "application/x-www-form-urlencoded"


def test_however_its_type_is_written_a_form_with_a_file_needs_room() -> None:
    environ = environ_of(CONTENT_TYPE=BORDER.replace("multipart", "Multipart"))
    taken(environ, FILE)
    disguised = environ_of(CONTENT_TYPE=f" {BORDER}")
    taken(disguised, FILE)

    assert (environ[uploads.ROOM], disguised[uploads.ROOM]) == (Room.GIVEN, Room.OTHERS)


@pytest.mark.parametrize("cookie", ["", "__Host-form=x", "__Host-place=", "__Host-place=made-up-by-somebody"])
def test_without_a_visit_only_the_words_are_kept(cookie: str) -> None:
    environ = environ_of(HTTP_COOKIE=cookie)

    assert taken(environ, FILE + bytes(1_000_000)) == (FILE + bytes(1_000_000))[:ORDINARY]
    assert environ["CONTENT_LENGTH"] == str(ORDINARY)


def test_what_is_beyond_the_largest_file_is_cut_off_and_the_words_stay() -> None:
    environ = environ_of()
    kept = taken(environ, FILE + bytes(30_000_000), piece=1_000_000)

    assert kept.startswith(FILE)
    assert len(kept) == intake.LARGEST
    assert environ["CONTENT_LENGTH"] == str(intake.LARGEST)


def test_a_visit_that_is_over_gets_no_room() -> None:
    over = visit("__Host-place=who-was-here-before", minutes=-1)
    environ = environ_of(HTTP_COOKIE=over)

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


def test_a_visit_has_room_for_one_file_at_a_time() -> None:
    first, second = environ_of(), environ_of()
    for environ in (first, second):
        taken(environ, FILE + bytes(1_000_000))

    assert (first[uploads.ROOM], second[uploads.ROOM]) == (Room.GIVEN, Room.YOURS)


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
    slow, quick = from_town(1, visits(1)[0]), environ_of()
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
    body = FILE + bytes(1_000_000)

    async def meanwhile() -> None:
        hostile = [from_town(number, f"__Host-place=invented-{number}") for number in range(8)]
        tasks = [asyncio.create_task(intake.take_in(environ, begun(body))) for environ in hostile]
        await asyncio.sleep(0.1)
        ada = environ_of()
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


@pytest.mark.parametrize(
    ("body", "has_file"), [(NO_FILE, False), (FILE, True), (FILE.replace(b'"a.pdf"', b"a.pdf"), False)]
)
def test_a_message_without_a_file_needs_no_room_and_a_disguised_one_gets_none(
    body: bytes, *, has_file: bool
) -> None:
    environ = environ_of()

    assert taken(environ, body) == body
    assert (environ[uploads.ROOM] is Room.GIVEN) is has_file
    assert (len(intake.FILES.guests) == 1) is has_file


def test_room_is_asked_for_once_so_that_nothing_is_missing_from_the_middle() -> None:
    """One place becomes free while a body comes that was already being cut."""
    others = [from_town(number, cookie) for number, cookie in enumerate(visits(4))]
    for environ in others:
        intake.FILES.take(environ)
    environ, pieces = environ_of(), [FILE + bytes(150_000), b"1" * 100_000, b"2" * 100_000, b"3" * 100_000]

    async def receive() -> dict[str, Any]:
        if len(pieces) == 2:
            intake.FILES.give_back(others[0])
        return {"type": "http.request", "body": pieces.pop(0), "more_body": bool(pieces)}

    asyncio.run(intake.take_in(environ, receive))

    assert environ["wsgi.input"].read() == (FILE + bytes(150_000) + b"1" * 100_000)[:ORDINARY]
    assert environ[uploads.ROOM] is Room.OTHERS
