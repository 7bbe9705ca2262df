"""A file is opened with its words and read to its end; what is wrong with it is one sentence."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from offramp.sealed.codes import Code
from offramp.sealed.keys import KeyPair
from offramp.upkeep.backup import key, words, write
from offramp.upkeep.backup.opening import Opened
from offramp.upkeep.refusal import Refused
from tests.cast import Person
from tests.upkeep.backup.conftest import TODAY, Home
from tests.upkeep.backup.forging import items_of, write_again

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def copy(home: Home, ada: Person) -> Path:
    return write.make(home.folder, on=TODAY)


@pytest.fixture
def own(home: Home) -> KeyPair:
    return key.pair(home.code)


def opened(copy: Path, code: Code) -> None:
    Opened.by(code, io.BytesIO(copy.read_bytes()), copy).check()


def test_a_whole_one_opens(home: Home, copy: Path) -> None:
    opened(copy, home.code)


def test_words_of_another_code_open_nothing(copy: Path) -> None:
    with pytest.raises(Refused, match="these words do not open"):
        opened(copy, Code.draw())


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda whole: whole[:0], "its end is missing"),
        (lambda whole: whole[:500], "its end is missing"),
        (lambda whole: whole[:-1], "was changed or cut"),
        (lambda whole: whole[: 9 + 9 + 1168 + 65_552], "its end is missing"),
        (lambda whole: whole + b"\0", "was changed or cut"),
        (lambda whole: whole[:-9] + b"\0\0" + whole[-7:], "was changed or cut"),
        (lambda whole: whole[:40_000] + b"\0\0" + whole[40_002:], "was changed or cut"),
        (lambda whole: whole[:600] + b"\0\0" + whole[602:], "these words do not open"),
        (lambda whole: b"\2" + whole[1:], "is no backup of Offramp's"),
        (lambda whole: b"PK\3\4" + whole, "is no backup of Offramp's"),
    ],
    ids=[
        "empty",
        "cut within its envelope",
        "cut by a byte",
        "cut between two chunks",
        "a byte too many",
        "changed near its end",
        "changed in the middle",
        "changed in its envelope",
        "another version",
        "another kind of file",
    ],
)
def test_a_broken_file_is_refused(
    change: Callable[[bytes], bytes], sentence: str, home: Home, copy: Path
) -> None:
    copy.write_bytes(change(copy.read_bytes()))

    with pytest.raises(Refused, match=sentence):
        opened(copy, home.code)


def changed_header(items: list[Any], **changed: Any) -> list[Any]:
    return [{**items[0], **changed}, *items[1:]]


def test_a_later_migration_is_of_a_later_version(home: Home, copy: Path, own: KeyPair) -> None:
    items = items_of(copy, own)
    migrations = [*items[0]["migrations"], ["people", "0099_later"]]
    write_again(copy, own, changed_header(items, version="7.0", migrations=migrations))

    with pytest.raises(Refused, match=r"was made by Offramp 7\.0, and this is .*, which does not know all"):
        opened(copy, home.code)


def test_a_later_format_is_of_a_later_version(home: Home, copy: Path, own: KeyPair) -> None:
    write_again(copy, own, changed_header(items_of(copy, own), version="8.0", format=2))

    with pytest.raises(Refused, match=r"was made by Offramp 8\.0"):
        opened(copy, home.code)


def test_a_table_that_this_version_does_not_have_is_named(home: Home, copy: Path, own: KeyPair) -> None:
    items = items_of(copy, own)
    [label, columns], *others = items[0]["tables"]

    for first in (["people.ghost", columns], [label, columns[1:]], [label, [*columns, columns[0]]]):
        write_again(copy, own, changed_header(items, tables=[first, *others]))
        with pytest.raises(Refused, match=f"its table “{first[0]}” is none of this version's"):
            opened(copy, home.code)


def test_a_copy_with_a_row_taken_out_is_refused(home: Home, copy: Path, own: KeyPair) -> None:
    items = items_of(copy, own)
    write_again(copy, own, [*items[:5], *items[6:]])

    with pytest.raises(Refused, match="its counts are not those of what it holds"):
        opened(copy, home.code)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "no words came in"),
        ("harvest cobalt", "these are 2"),
        ("harvest " * 100, "far more than eight"),
        ("harvst " + "cobalt " * 7, "“harvst” is no word of a code: harvest"),
        ("qqqqqqqqq " + "cobalt " * 7, r"“qqqqqqqqq” is no word of a code\."),
    ],
    ids=["nothing", "two words", "a novel", "a slip", "nothing like a word"],
)
def test_a_slip_in_the_words_is_told(typed: str, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        words.read(typed)


def test_words_are_read_as_they_are_written_on_paper(home: Home) -> None:
    numbered = "\n".join(f"{number}. {word.upper()}" for number, word in enumerate(home.code.words, 1))

    assert words.read(numbered) == home.code
