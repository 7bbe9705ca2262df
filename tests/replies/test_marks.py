"""Threats, whereabouts, personal numbers and links are marked; what people tell of their own lives is not."""

import pytest

from benchmarks.marks import Example, Tally, examples
from offramp.replies import marks, plain
from offramp.replies.marks import DOXXING, LINKS, NAMESAKE, PERSONAL, SENTENCES, THREAT
from tests.replies.costs import cost

FIRST = examples("first.txt")
# Built to make a search go back and forth: beginnings of everything that is looked for.
HOSTILE = (
    *("a", "1", "_", " ", "\n", "\0", "'", "😀", "漢字", "a\u0301\u0316", "a\u200b", "\u0435", "#", "/"),
    *("1-", "1 ", "a.", "a.b.c.", "a@", "a@b.", "A B C ", "Aa Bb Cc ", "12 Aa Bb Cc Dd ", "1a", "a1@", "@"),
    *("i will ", "i will gladly ", "we will a a a a bullet ", "i know where my car you ", "should all be "),
    *(
        "hope that you a a a a ",
        "they said i will kill you ",
        "nobody ",
        "i'll ",
        "n't",
        "kill kill ",
        "ojala que ",
    ),
    *(
        "kids to Aa Aa Aa Aa ",
        "kids to the ",
        "call a a a ",
        "calle de la ",
        "Calle Aa Aa Aa Aa Aa, ",
        "lives at ",
    ),
    *(
        "plate number is 1 ",
        "a (at) ",
        "a at b dot ",
        "born ",
        "born 1",
        "passport a a a a ",
        "ssn ",
        "4111 1111 ",
    ),
    *("www.", "<a", "[x](", "a b ", "a-b-c-", "https:/"),
)


def of(text: str, name: str = "Ana") -> set[str]:
    return set(marks.of(text, name))


@pytest.mark.parametrize("example", FIRST, ids=lambda example: example.text[:50])
def test_the_first_examples_get_the_marks_they_should(example: Example) -> None:
    assert of(example.text) == example.wanted


def test_of_harder_examples_hardly_any_is_missed_or_held_for_nothing() -> None:
    """How many, and on examples that the rules never saw, is told by benchmarks.marks."""
    tally = Tally([*examples("harder.txt"), *examples("fresh.txt")])

    assert sum(tally.missed.values()) <= 10
    assert tally.held <= 4


@pytest.mark.parametrize(
    "text",
    [
        "I w\u200bill ki\u00adll you.",
        "\u0399 will k\u0456ll \u0443ou",
        "i w1ll k1ll y0u",
        "I will k i l l you",
        "I WILL\n\tKILL   YOU",
        "I’ll kill you",  # noqa: RUF001 - as telephones write it
        "𝗜 𝘄𝗶𝗹𝗹 𝗸𝗶𝗹𝗹 𝘆𝗼𝘂",  # noqa: RUF001 - letters of mathematics
    ],
)
def test_a_disguised_threat_is_a_threat(text: str) -> None:
    assert of(text) == {THREAT}


def test_a_threat_in_a_long_story_is_found_and_the_story_alone_is_not() -> None:
    story = "They killed my brother in that facility. If I am sent back they will kill me too. " * 20

    assert of(story) == set()
    assert of(story + "I will kill you. " + story) == {THREAT}


def test_who_only_reports_a_threat_makes_none() -> None:
    assert of("The guard told him: I will kill you.") == set()
    assert of("I told you I will kill you.") == {THREAT}
    assert of("El guardia le dijo: te voy a matar.") == set()


def test_the_name_is_looked_at_too() -> None:
    assert of("Thank you.", name="www.example.net") == {LINKS}
    assert of("Thank you.", name="(520) 555-0147") == {DOXXING}


@pytest.mark.parametrize(
    "name",
    [
        "Another Road",
        "The AnotherRoad-Team",
        "\u0410nother R\u043ead",
        "An0ther R o a d",
        "Otro camino",
        "Larkfield",
        "Iarkfield",
        "\u1d00\u0274\u1d0f\u1d1b\u029c\u1d07\u0280 \u0280\u1d0f\u1d00\u1d05",
        "Larkf\u0131eld",
        "Larkfie\u0142d",
        "Cy (the campaign)",
        "Cy, la Campa\u00f1a",
    ],
)
def test_nobody_signs_unread_with_the_name_under_which_organizers_speak(name: str) -> None:
    assert of("We moved. Write to us elsewhere.", name=name) == {NAMESAKE}


@pytest.mark.parametrize("name", ["Ana", "Otra", "Road Runner", "Mark Field", "camino", "\U0001f989"])
def test_other_names_are_nobody_elses(name: str) -> None:
    assert of("Another Road wrote to my brother.", name=name) == set()


@pytest.mark.parametrize(
    ("number", "is_card"),
    [
        ("4111 1111 1111 1111", True),
        ("4111111111111112", False),  # its check figure is wrong
        ("3782-822463-10005", True),
        ("0000 0000 0000 0000", False),
    ],
)
def test_a_card_is_known_by_its_check_figure(number: str, is_card: bool) -> None:  # noqa: FBT001
    assert (PERSONAL in of(f"It is {number}.")) is is_card


def test_a_hotline_and_an_office_are_for_everybody() -> None:
    assert of("The hotline is 1-800-555-0100.") == set()
    assert of("Call the union's office: 520-555-0100.") == set()
    assert of("Call him: 520-555-0100.") == {DOXXING}


def test_every_mark_has_its_sentence() -> None:
    assert set(SENTENCES) == {THREAT, DOXXING, PERSONAL, LINKS, NAMESAKE}


def test_nothing_and_nearly_nothing_get_no_mark() -> None:
    for text in ("", " ", "\0", "😀" * 100, "?!", "-" * 200):
        assert of(text, name="") == set()


@pytest.mark.parametrize("word", HOSTILE)
def test_hostile_texts_take_time_by_their_length_alone(word: str) -> None:
    short, long = (cost(lambda text: marks.of(text, "Ana"), word, length) for length in (2_500, 10_000))

    assert long < 10 * short + 0.02


def test_text_of_another_alphabet_is_left_as_it_is() -> None:
    russian = "спасибо вам, я читал письмо брату"

    assert plain.folded(russian) == russian
    assert not plain.is_disguised(russian)
    assert plain.is_disguised("v\u0456agra")
    assert plain.folded("v\u0456agra and c\u0430sino") == "viagra and casino"
