"""What of a reply is learned, and how it is weighed: bounded, in linear time, and fair to the rarer kind."""

import pytest

from offramp.replies import judging
from offramp.replies.judging import tokens, weighing
from tests.replies.costs import cost


def test_of_an_address_only_its_domain_counts_and_of_a_name_only_its_shape() -> None:
    quiet = tokens.of("Hello.", name="Ana Reyes Guadalupe", email="ana.reyes@example.org")

    assert quiet == {"from:example.org", "hello"}
    assert "named:shouted" in tokens.of("Hello.", name="BEST CASINO", email="")


def test_much_spam_and_few_people_do_not_make_people_spam() -> None:
    """That a word never came in twenty replies says less than that it never came in a thousand."""
    words = [weighing.Met(5, 0)] * 10
    few = weighing.weigh(words, replies=weighing.Met(1_000, 20), tokens=weighing.Met(20_000, 400))
    many = weighing.weigh(words, replies=weighing.Met(1_000, 1_000), tokens=weighing.Met(20_000, 20_000))

    assert not judging.is_likely(few)
    assert judging.is_likely(many)


def test_a_text_without_end_makes_no_more_tokens_than_a_long_one() -> None:
    endless = " ".join(f"word{number}" for number in range(100_000))

    assert len(tokens.of(endless, name="", email="")) == tokens.MOST


@pytest.mark.parametrize(
    "word", ["a", "a ", "1", "\0", "\n", "😀", "漢字", "a\u200b", "\u0430", "x.y@z.", "www."]
)
def test_hostile_texts_take_time_by_their_length_alone(word: str) -> None:
    def look(text: str) -> object:
        return tokens.of(text, name=text[:80], email="a@example.org")

    assert cost(look, word, 60_000) < 10 * cost(look, word, 15_000) + 0.01


def test_a_megabyte_is_looked_at_in_seconds() -> None:
    assert cost(lambda text: tokens.of(text, name="", email=""), "a b ", 1_000_000) < 5


def test_the_limits_of_what_is_said() -> None:
    many = weighing.Met(1_000, 1_000)
    surely = [weighing.Met(1_000, 0)] * 1_200

    assert weighing.weigh([], replies=many, tokens=many) == 0.5
    assert weighing.weigh([weighing.Met(0, 0)], replies=many, tokens=many) == 0.5
    assert weighing.weigh(surely, replies=many, tokens=many) == pytest.approx(1)
    assert weighing.weigh([weighing.Met(0, 1_000)] * 1_200, replies=many, tokens=many) == pytest.approx(0)
    assert weighing.weigh(surely, replies=many, tokens=weighing.Met(0, 5)) is None
