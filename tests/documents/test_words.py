"""What was taken out and put in, word by word."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offramp.documents.words import Mark, Piece, changes

SAME, REMOVED, ADDED = Mark.SAME, Mark.REMOVED, Mark.ADDED


TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(["stay ", "go ", "now ", "\n"])).map("".join))


@given(TEXTS, TEXTS)
def test_the_pieces_joined_are_both_texts(old: str, new: str) -> None:
    pieces = changes(old, new)

    assert "".join(piece.text for piece in pieces if piece.mark != ADDED) == old
    assert "".join(piece.text for piece in pieces if piece.mark != REMOVED) == new


def test_a_word_is_marked_and_its_neighbors_are_not() -> None:
    assert changes("I detained people daily.", "I interviewed people daily.") == [
        Piece("I ", SAME),
        Piece("detained ", REMOVED),
        Piece("interviewed ", ADDED),
        Piece("people daily.", SAME),
    ]


def test_nothing_changed_is_one_piece() -> None:
    assert changes("The same.", "The same.") == [Piece("The same.", SAME)]
    assert changes("", "") == []


@pytest.mark.parametrize(
    ("old", "new", "removed", "added"),
    [
        ("Ich gehe 👩‍👩‍👧 jetzt", "Ich gehe 👩🏽‍🚒 jetzt", "👩‍👩‍👧 ", "👩🏽‍🚒 "),
        ("أريد أن أغادر العمل", "أريد أن أترك العمل", "أغادر ", "أترك "),
        ("שלום עולם גדול", "שלום בית גדול", "עולם ", "בית "),
    ],
    ids=["emoji", "Arabic", "Hebrew"],
)
def test_emoji_and_words_from_right_to_left_stay_whole(old: str, new: str, removed: str, added: str) -> None:
    pieces = changes(old, new)

    assert [piece.text for piece in pieces if piece.mark == REMOVED] == [removed]
    assert [piece.text for piece in pieces if piece.mark == ADDED] == [added]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a " * 5_000, "b " + "a " * 4_999),
        ("a b " * 2_500, "b a " * 2_500),
        ("".join(f"{n % 150} " for n in range(3_000)), "".join(f"{n % 149} " for n in range(3_000))),
        ("x" * 10_000, "y" * 10_000),
    ],
    ids=["one word", "two words", "many words", "no space"],
)
def test_the_longest_texts_take_no_time_whatever_is_in_them(old: str, new: str) -> None:
    start = time.process_time()
    pieces = changes(old, new)

    assert "".join(piece.text for piece in pieces if piece.mark != REMOVED) == new
    assert time.process_time() - start < 1


def test_two_texts_made_to_be_compared_slowly_are_shown_as_replaced() -> None:
    old = " ".join(f"w{number} x{number}" for number in range(1000))
    new = " ".join(f"w{number} y{number}" for number in range(1000))

    assert [piece.mark for piece in changes(f"a {old}", f"b {new}")] == [REMOVED, ADDED]
