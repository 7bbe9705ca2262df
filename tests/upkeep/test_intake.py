"""How much of a body is taken: a text whole, a file where files are taken, and no text lost for a file."""

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest

from offramp.config import intake
from offramp.web import uploads
from offramp.web.uploads import Room
from tests.upkeep import sending
from tests.upkeep.sending import BORDER, FILE, HEAD, ORDINARY, environ_of, from_town, taken

pytestmark = pytest.mark.django_db(transaction=True)

NO_FILE = HEAD + b'Content-Disposition: form-data; name="file"; filename=""\r\n\r\n\r\n--x--\r\n'


@pytest.fixture(autouse=True)
def nobody_else() -> Iterator[None]:
    with sending.nobody_there():
        yield


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


def test_what_is_beyond_the_largest_file_is_cut_off_and_the_words_stay() -> None:
    environ = environ_of()
    kept = taken(environ, FILE + bytes(30_000_000), piece=1_000_000)

    assert kept.startswith(FILE)
    assert len(kept) == intake.LARGEST
    assert environ["CONTENT_LENGTH"] == str(intake.LARGEST)


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
    others = [from_town(number, "") for number in range(4)]
    for environ in others:
        intake.FILES.take(environ, member=environ["REMOTE_ADDR"].encode())
    environ, pieces = environ_of(), [FILE + bytes(150_000), b"1" * 100_000, b"2" * 100_000, b"3" * 100_000]

    async def receive() -> dict[str, Any]:
        if len(pieces) == 2:
            intake.FILES.give_back(others[0])
        return {"type": "http.request", "body": pieces.pop(0), "more_body": bool(pieces)}

    asyncio.run(intake.take_in(environ, receive))

    assert environ["wsgi.input"].read() == (FILE + bytes(150_000) + b"1" * 100_000)[:ORDINARY]
    assert environ[uploads.ROOM] is Room.OTHERS
