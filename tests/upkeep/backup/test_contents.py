"""What a backup says comes back as it was said, and is refused when it says something else."""

import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from offramp.sealed.failures import Truncated
from offramp.upkeep.backup.contents import CampaignFile, Contents, Counts, FromTheFuture, Header, Row, Unfit

TABLES = {"people.member": ("id", "name"), "a.b": ("x",)}
HEADER = Header("0.1.0", date(2026, 11, 24), (("people", "0001_initial"),), TABLES)
MEMBER = [uuid.UUID(int=7), "Ada"]
TRAILER = Counts({"people.member": 1, "a.b": 0}).encode()

values = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**63), 2**63 - 1),
    st.text(),
    st.binary(),
    st.uuids(),
    st.dates(),
    st.datetimes(timezones=st.just(UTC)),
    st.floats(allow_nan=False),
)


def read(*items: bytes, pieces: int = 10) -> tuple[Contents, list[Any]]:
    joined = b"".join(items)
    contents = Contents(joined[at : at + pieces] for at in range(0, len(joined), pieces))
    return contents, list(contents)


@given(rows=st.lists(st.tuples(values, values), max_size=5), pieces=st.integers(1, 200))
def test_whatever_a_column_holds_comes_back(rows: list[tuple[Any, Any]], pieces: int) -> None:
    trailer = Counts({"people.member": len(rows), "a.b": 0}).encode()

    contents, found = read(HEADER.encode(), *(cbor2.dumps([0, *row]) for row in rows), trailer, pieces=pieces)

    assert found == [Row("people.member", list(row)) for row in rows]
    assert [list(map(type, row.values)) for row in found] == [list(map(type, row)) for row in rows]
    assert contents.header == HEADER
    assert contents.counts.all_rows == len(rows)


def test_files_come_back_too() -> None:
    trailer = Counts({"people.member": 0, "a.b": 0}, files=1).encode()

    _, [file] = read(HEADER.encode(), cbor2.dumps(["pages/en/help.md", b"# Help"]), trailer)

    assert isinstance(file, CampaignFile)
    assert (str(file.path), file.content) == ("pages/en/help.md", b"# Help")


def header(**changed: Any) -> bytes:
    return cbor2.dumps({**cbor2.loads(HEADER.encode()), **changed})


@pytest.mark.parametrize(
    "items",
    [
        [],
        [b"\xff"],
        [cbor2.dumps("a text")],
        [header(format=0)],
        [header(day="today")],
        [header(migrations=[["people"]])],
        [header(migrations=[["people", 7]])],
        [header(tables=[7])],
        [header(tables=[["people.member", [7]]])],
        [header(tables=[[[], []]])],
        [HEADER.encode()],
        [HEADER.encode(), cbor2.dumps([0, *MEMBER])],
        [HEADER.encode(), cbor2.dumps([0, *MEMBER])[:-1]],
        [HEADER.encode(), TRAILER],
        [HEADER.encode(), cbor2.dumps([0, *MEMBER]), TRAILER, TRAILER],
        [HEADER.encode(), cbor2.dumps([0, *MEMBER]), TRAILER, b"\xff"],
        [HEADER.encode(), cbor2.dumps([0, "Ada"]), TRAILER],
        [HEADER.encode(), cbor2.dumps([2, *MEMBER]), TRAILER],
        [HEADER.encode(), cbor2.dumps([-1, *MEMBER]), TRAILER],
        [HEADER.encode(), cbor2.dumps([None]), TRAILER],
        [HEADER.encode(), cbor2.dumps([]), TRAILER],
        [HEADER.encode(), cbor2.dumps(7), TRAILER],
    ],
)
def test_anything_else_is_refused(items: list[bytes]) -> None:
    with pytest.raises(Unfit):
        read(*items)


@pytest.mark.parametrize("path", ["/etc/passwd", "../secrets", "pages/../../secrets", "", ".", "a\0b"])
def test_a_file_that_would_end_elsewhere_is_refused(path: str) -> None:
    with pytest.raises(Unfit, match="file"):
        read(HEADER.encode(), cbor2.dumps([path, b""]), Counts({}, files=1).encode())


def test_a_later_format_names_the_version_that_reads_it() -> None:
    with pytest.raises(FromTheFuture) as refused:
        read(header(format=2, version="3.0", tables=None))

    assert refused.value.version == "3.0"


def test_what_the_stream_refuses_stays_what_it_is() -> None:
    def cut() -> Iterator[bytes]:
        yield HEADER.encode() + cbor2.dumps([0, *MEMBER])[:-2]
        raise Truncated

    with pytest.raises(Truncated):
        list(Contents(cut()))


def test_a_stream_is_read_to_its_end_before_it_counts() -> None:
    """Only there it shows whether something was cut off."""

    def cut() -> Iterator[bytes]:
        yield HEADER.encode() + cbor2.dumps([0, *MEMBER]) + TRAILER
        raise Truncated

    with pytest.raises(Truncated):
        list(Contents(cut()))


def test_days_and_times_are_told_apart() -> None:
    assert cbor2.loads(cbor2.dumps(date(2026, 1, 2))) == date(2026, 1, 2)
    assert cbor2.loads(cbor2.dumps(datetime(2026, 1, 2, tzinfo=UTC))) == datetime(2026, 1, 2, tzinfo=UTC)
