"""Lists as other programs write them: encodings, columns, and lines that are none."""

import io
from datetime import date

import pytest

from offramp.subscribers import files
from offramp.subscribers.files import Line, Trouble
from offramp.subscribers.legible import LONGEST_LINE, NotAList
from tests.cast import TODAY

TEXT = "email;confirmed_on;rhythm\nada@example.org;2024-01-02 10:00:00;monthly\nbo@example.org;;\n"


def read(content: bytes | str, *, after: int = 0) -> list[Line]:
    file = io.BytesIO(content if isinstance(content, bytes) else content.encode())
    return list(files.lines(file, on=TODAY, after=after))


def emails(content: bytes | str) -> list[str]:
    return [line.email for line in read(content)]


def troubles(content: bytes | str) -> list[tuple[int, str]]:
    return [(line.number, line.trouble) for line in read(content) if line.trouble]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_encoding_and_end_of_line_says_the_same(encoding: str, end: str) -> None:
    first, second = read(TEXT.replace("\n", end).encode(encoding))

    assert (first.number, first.email, first.confirmed_on) == (2, "ada@example.org", date(2024, 1, 2))
    assert (first.rhythm, second.rhythm, second.confirmed_on) == ("monthly", "", None)
    assert second.email == "bo@example.org"


def test_a_name_in_another_encoding_beside_an_address_costs_no_line() -> None:
    assert emails("email,name\nada@example.org,José\n".encode("cp1252")) == ["ada@example.org"]
    assert read("José, ada\n".encode("cp1252"))[0].said == "José, ada"


@pytest.mark.parametrize(
    "said",
    [
        "ada@example.org",
        "  ADA@Example.org  ",
        "Ada Seeker <ada@example.org>",
        '"Seeker, Ada" <ada@example.org>',
        "Seeker, Ada <ada@example.org>",
        "Ada\tada@example.org\t2024",
    ],
)
def test_without_columns_a_line_is_an_address_and_nothing_else_of_it_counts(said: str) -> None:
    assert [(line.email, line.confirmed_on) for line in read(f"{said}\n")] == [("ada@example.org", None)]


def test_the_columns_of_other_programs_are_known() -> None:
    mailchimp = 'Email Address,First Name,CONFIRM_TIME\nada@example.org,"Ada, A.","2024-01-02 03:04:05"\n'

    assert [(line.email, line.confirmed_on) for line in read(mailchimp)] == [
        ("ada@example.org", date(2024, 1, 2))
    ]


@pytest.mark.parametrize(
    "ended", ["status\nada@example.org,blocklisted", "unsub_time\nada@example.org,2024-01-02"]
)
def test_whoever_ended_it_elsewhere_stays_out(ended: str) -> None:
    assert troubles(f"email,{ended}\n") == [(2, Trouble.ENDED)]


def test_each_bad_line_is_told_by_its_number_and_why() -> None:
    listed = (
        "email,confirmed_on,rhythm\n"
        "nobody,2024-01-02,each\n"
        "\n"
        "ada@example.org,2 January,each\n"
        "ada@example.org,2999-01-01,each\n"
        "ada@example.org,2024-01-02,daily\n"
        "a@example.org b@example.org,,\n"
        "ada@exаmple.org,,\n"  # noqa: RUF001 (one letter is Cyrillic)
        "=1+1,,\n"
        "a\0b@example.org,,\n"
    )

    assert troubles(listed) == [
        (2, Trouble.NO_ADDRESS),
        (4, Trouble.NO_DAY),
        (5, Trouble.NO_DAY),
        (6, Trouble.NO_RHYTHM),
        (7, Trouble.TWO),
        (8, Trouble.LIKE_ANOTHER),
        (9, Trouble.NO_ADDRESS),
        (10, Trouble.NO_ADDRESS),
    ]


def days(*said: str) -> list[date | str | None]:
    """Each day of a column as it was read, or why it was not."""
    rows = "".join(f"ada@example.org,{day}\n" for day in said)
    return [line.trouble or line.confirmed_on for line in read(f"email,confirmed_on\n{rows}")]


def test_a_day_with_slashes_is_read_as_the_others_of_its_column_say() -> None:
    assert days("03/01/2025", "1/31/2025 10:00 AM", "") == [date(2025, 3, 1), date(2025, 1, 31), None]
    assert days("03/01/2025", "31/01/2025", "2025-04-02") == [
        date(2025, 1, 3),
        date(2025, 1, 31),
        date(2025, 4, 2),
    ]


def test_a_day_that_could_be_two_is_not_guessed() -> None:
    assert days("03/01/2025") == [Trouble.WHICH_MONTH]
    assert days("01/31/2025", "31/01/2025") == [Trouble.WHICH_MONTH] * 2
    assert days("01/31/2025", "45/45/2025", "12/31/2999") == [
        date(2025, 1, 31),
        Trouble.NO_DAY,
        Trouble.NO_DAY,
    ]


def test_two_addresses_on_a_line_without_columns_are_not_one() -> None:
    assert troubles("ada@example.org, bo@example.org\n") == [(1, Trouble.TWO)]


def test_a_line_without_an_end_costs_no_memory_and_no_other_line() -> None:
    first, second = read("a" * 3_000_000 + "\nada@example.org\n")

    assert (first.number, first.trouble, len(first.said)) == (1, Trouble.TOO_LONG, LONGEST_LINE)
    assert (second.number, second.email) == (2, "ada@example.org")


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04 a spreadsheet",
        b"%PDF-1.7",
        b"\x1f\x8b packed",
        b"a\0\0\0b\n\1",
        b"\x89PNG\r\n\x1a\n" + bytes(range(1, 256)) * 20,
    ],
)
def test_what_is_no_text_is_refused_as_a_whole(content: bytes) -> None:
    with pytest.raises(NotAList):
        read(content)


def test_an_empty_file_has_no_lines() -> None:
    assert read(b"") == []
    assert files.heading(io.BytesIO(b"")) == ""


def test_reading_goes_on_after_a_line_and_still_knows_the_columns() -> None:
    assert files.heading(io.BytesIO(TEXT.encode())) == "email;confirmed_on;rhythm"
    assert [line.email for line in read(TEXT, after=2)] == ["bo@example.org"]


@pytest.mark.parametrize(
    "address", ["=1+1@example.org", "+a@example.org", "-a@example.org", "'=a@example.org"]
)
def test_what_a_spreadsheet_would_run_is_guarded_and_comes_back_as_it_was(address: str) -> None:
    assert files.cell(address) == f"'{address}"
    assert emails(f"email\n{files.cell(address)}\n") == [address]


def test_what_a_spreadsheet_leaves_alone_is_not_guarded() -> None:
    assert files.cell("ada@example.org") == "ada@example.org"


@pytest.mark.parametrize(
    "said", ["=?utf-8?b?!!!?=@e.com", "ada%other.org@example.org", "other!ada@example.org"]
)
def test_what_a_mail_server_would_read_as_another_address_stays_out(said: str) -> None:
    assert troubles(f"email,confirmed_on\n{said},2024-01-02\n") == [(2, Trouble.NO_ADDRESS)]
