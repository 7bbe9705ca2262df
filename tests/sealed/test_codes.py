"""What a person types is read as meant, or refused without giving a code away."""

import math
import re
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from offramp.sealed.codes import Code, NotACode, TooLong, UnknownWords, WrongCount
from offramp.sealed.words import WORDS, checked

ADAS = "abacus harvest cobalt pancake tulip velvet walnut zebra"
SEPARATORS = [
    " ",
    "   ",
    "-",
    " - ",
    ", ",
    ".",
    ". ",
    "\n",
    "\r\n",
    "\t",
    "\u00a0",
    " \u2013 ",
    ";",
    " / ",
    "_",
    "\u3000",
]
STYLES = [str.lower, str.upper, str.title, str.swapcase]

codes = st.binary(min_size=32, max_size=32).map(Code.from_draft)


@given(
    code=codes,
    separators=st.lists(st.sampled_from(SEPARATORS), min_size=8, max_size=8),
    style=st.sampled_from(STYLES),
    numbered=st.booleans(),
)
def test_a_code_is_read_however_it_is_spaced_and_numbered(
    code: Code, separators: list[str], style: Callable[[str], str], *, numbered: bool
) -> None:
    words = [f"{n}. {word}" if numbered else word for n, word in enumerate(code.words, 1)]
    typed = style("".join(map("".join, zip(separators, words, strict=True))))

    assert Code.read(typed) == code


@given(draft=st.binary(min_size=32, max_size=32))
def test_one_draft_gives_one_code(draft: bytes) -> None:
    assert Code.from_draft(draft) == Code.from_draft(draft)


def test_two_drafts_give_two_codes_and_nothing_of_them_is_shared() -> None:
    ada, bo = Code.from_draft(bytes(32)), Code.from_draft(bytes(31) + b"\x01")

    assert (
        len({ada.locator(), ada.locator_digest(), ada.seed(), bo.locator(), bo.locator_digest(), bo.seed()})
        == 6
    )


def test_codes_are_drawn_anew_each_time() -> None:
    assert len({Code.draw() for _ in range(20)}) == 20


def test_every_word_is_drawn_about_as_often_as_any_other() -> None:
    drafts = (number.to_bytes(32) for number in range(5_000))
    drawn = Counter(word for draft in drafts for word in Code.from_draft(draft).words)

    expected = 5_000 * 8 / len(WORDS)
    chi_square = sum((drawn[word] - expected) ** 2 / expected for word in WORDS)
    # Mean 7,699 and deviation 124 for fair draws; a favoured half of the list would be thousands away.
    assert abs(chi_square - (len(WORDS) - 1)) < 4 * (2 * len(WORDS)) ** 0.5


@pytest.mark.parametrize("size", [0, 31, 33])
def test_a_draft_has_32_bytes(size: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Code.from_draft(bytes(size))


def test_a_code_is_made_of_eight_words_of_the_list() -> None:
    for words in ((), WORDS[:7], WORDS[:9], (*WORDS[:7], "zyzzyva")):
        with pytest.raises(ValueError, match="eight words of the list") as refusal:
            Code(words)
        assert "zyzzyva" not in repr(refusal.value)


def test_a_long_text_is_refused_before_it_is_looked_at() -> None:
    with pytest.raises(TooLong):
        Code.read("\ufdfa" * 5_000_000)  # each would become eighteen letters


@pytest.mark.parametrize("count", [0, 1, 7, 9, 40])
def test_a_wrong_count_says_how_many_words_there_were(count: int) -> None:
    with pytest.raises(WrongCount) as refusal:
        Code.read("cobalt " * count)

    assert refusal.value.count == count


def test_mistyped_words_are_named_with_the_nearest_of_the_list() -> None:
    with pytest.raises(UnknownWords) as refusal:
        Code.read("abacus harvst cobalt pancake tulpi velvet walnut qqqqqqqq")

    unknown = refusal.value.words
    assert list(unknown) == ["harvst", "tulpi", "qqqqqqqq"]
    assert unknown["harvst"][0] == "harvest"
    assert unknown["tulpi"][0] == "tulip"
    assert unknown["qqqqqqqq"] == []


@given(word=st.text(alphabet="abcdefghijklmnopqrstuvwxyzñé", min_size=1, max_size=60))
@settings(max_examples=50, deadline=None)
def test_only_words_of_the_list_are_offered(word: str) -> None:
    assume(word not in WORDS)

    with pytest.raises(UnknownWords) as refusal:
        Code.read(f"{word} " * 6 + "cobalt zebra")

    ((unknown, offered),) = refusal.value.words.items()
    assert unknown == word
    assert len(offered) <= 3
    assert set(offered) <= set(WORDS)


@pytest.mark.parametrize(
    "typed", [ADAS + " " * 400, ADAS + " zebra", ADAS.replace(" zebra", ""), ADAS.replace("zebra", "zyzzyva")]
)
def test_a_refused_code_stands_in_no_exception(typed: str) -> None:
    with pytest.raises(NotACode) as refusal:
        Code.read(typed)

    failure = refusal.value
    shown = (
        f"{failure!s} {failure!r} {failure.args} {vars(failure)} {failure.__cause__} {failure.__context__}"
    )
    assert set(re.findall("[a-z]+", shown.casefold())).isdisjoint(ADAS.split())
    assert "zyzzyva" not in f"{failure!s} {failure!r}"


def test_a_code_shows_itself_to_str_alone() -> None:
    code = Code.read(ADAS)

    assert str(code) == ADAS
    assert repr(code) == "Code()"


def test_a_code_of_plain_words_keeps_103_bits() -> None:
    assert math.log2(len(WORDS) ** 8) >= 103
    assert all(re.fullmatch("[a-z]{3,9}", word) for word in WORDS)


def test_another_list_is_refused() -> None:
    for other in (WORDS[1:], (*WORDS, "zyzzyva"), WORDS[::-1]):
        with pytest.raises(RuntimeError, match="not the one our codes were drawn from"):
            checked(other)
