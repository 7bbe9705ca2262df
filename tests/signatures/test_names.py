"""Names of everywhere pass; what few names have is marked, and what nobody sees is left out."""

# ruff: noqa: RUF001 - letters that look like others are what is tested

import time

import pytest

from offramp.signatures import names
from offramp.signatures.names import Mark


@pytest.mark.parametrize(
    "name",
    [
        "Ada Lovelace",
        "María-José Núñez de la O",
        "Dr. J. R. O'Brien, RN",
        "J.R. Smith",
        "Seán Ó Súilleabháin",
        "Nguyễn Thị Minh Khai",
        "Мария Кузнецова",
        "Ελένη Παπαδοπούλου",
        "محمد عبد الله",
        "נעמי שמר",
        "अनीता शर्मा",
        "สมชาย ใจดี",
        "山田太郎",
        "김민수",
        "Ada and Bo (neighbors)",
        "Class 3B",
        "می\u200cخواهم",
    ],
)
def test_names_of_everywhere_are_shown_as_they_are(name: str) -> None:
    assert names.read(name, longest=80) == name
    assert names.marks(name) == []


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("  Ada \t Lovelace\r\n", "Ada Lovelace"),
        ("Ada\nBcc: di@example.org", "Ada Bcc: di@example.org"),
        ("\u202eecalevoL adA\u202c", "ecalevoL adA"),
        ("\u2066Ada\u2069\u200f", "Ada"),
        ("A\u200bd\u2060a\ufeff\u00ad", "Ada"),
        ("A\x00d\x1ba", "A d a"),
        ("Ada\U000e0041\U000e0042", "Ada"),
        ("Ada\ue000\ud800", "Ada"),
        ("\u200dAda\u200d", "Ada"),
        ("Ame\u0301lie", "Amélie"),
        ("Bo" + "\u0335" * 40, "Bo" + "\u0335" * 3),
        ("", ""),
        (" \u200b \u3164\u2800", ""),
    ],
)
def test_what_nobody_sees_is_left_out(typed: str, name: str) -> None:
    assert names.read(typed, longest=80) == name


@pytest.mark.parametrize(
    ("name", "marks"),
    [
        ("Cheap pills at pills.example", [Mark.LINK]),
        ("https://pills.example", [Mark.LINK, Mark.SIGNS]),
        ("WWW.PILLS", [Mark.LINK]),
        ("ada@example.org", [Mark.LINK, Mark.CONTACT, Mark.SIGNS]),
        ("@ada", [Mark.CONTACT, Mark.SIGNS]),
        ("Ada 555 0199", [Mark.CONTACT]),
        ("Ada ٥٥٥ ٠١٩٩", [Mark.CONTACT]),
        ("<b>Ada</b>", [Mark.SIGNS]),
        ("[Ada](javascript:alert)", [Mark.SIGNS]),
        ("{{ Ada }}", [Mark.SIGNS]),
        ("Ada \U0001f600", [Mark.SIGNS]),
        ("Аda", [Mark.LETTERS]),
        ("Αda", [Mark.LETTERS]),
        ("\U0001d5d4\U0001d5f1\U0001d5ee", [Mark.LETTERS]),
        ("Ａｄａ", [Mark.LETTERS]),
        ("ｐｉｌｌｓ．example", [Mark.LINK, Mark.LETTERS]),
        ("\u2066moc.sllip\u2069", [Mark.LINK]),
    ],
)
def test_what_few_names_have_is_marked(name: str, marks: list[Mark]) -> None:
    assert names.marks(names.read(name, longest=80)) == marks


@pytest.mark.parametrize("typed", ["...", "12", "\U0001f600", "-"])
def test_without_a_letter_it_is_no_name(typed: str) -> None:
    with pytest.raises(names.NoName):
        names.read(typed, longest=80)


@pytest.mark.parametrize("typed", ["x" * 81, "x" * 1_000_000, "\u200b" * 1_000_000, "a." * 500_000])
def test_what_is_longer_than_a_name_is_refused_at_once(typed: str) -> None:
    began = time.process_time()

    with pytest.raises(names.TooLong):
        names.read(typed, longest=80)

    assert time.process_time() - began < 0.05
