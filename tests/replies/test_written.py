"""What is typed as a name or a text: nothing unseen stays in it, and nothing reaches beyond its own lines."""

import pytest

from offramp.replies import written
from tests.replies.costs import cost


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("  Cy   of  Texas ", "Cy of Texas"),
        ("Cy\r\nBcc: everybody@example.org", "Cy Bcc: everybody@example.org"),
        ("Cy\x00\x08\x1b", "Cy"),
        ("\u202eyC", "yC"),
        ("Cy\u2066\u2069\u200b\u2060\ufeff", "Cy"),
        ("C\u3164y\U000e0041", "Cy"),
        ("\u0645\u0631\u064a\u0645", "\u0645\u0631\u064a\u0645"),
        ("\u200f\u05de\u05e8\u05d9\u05dd\u200e", "\u05de\u05e8\u05d9\u05dd"),
        ("\u0639\u0644\u06cc\u200c\u0631\u0636\u0627", "\u0639\u0644\u06cc\u200c\u0631\u0636\u0627"),
        ("🦉", "🦉"),
        ("👩\u200d👧 Cy", "👩\u200d👧 Cy"),
        ("Jose\u0301", "José"),
        ("C" + "\u0336" * 40 + "y", "C" + "\u0336" * 4 + "y"),
    ],
)
def test_a_name_is_what_is_seen_of_it_in_one_line(typed: str, name: str) -> None:
    assert written.name_of(typed) == name


@pytest.mark.parametrize(
    "typed", ["", "  ", "\u200b", "\u3164\u2800", "\u200d", "...", "\u202e\u202c", "\n\n"]
)
def test_a_name_that_nobody_could_read_is_none(typed: str) -> None:
    with pytest.raises(written.Unseen):
        written.name_of(typed)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        (" One.\r\nTwo.\r\n\r\n\r\n\r\nThree. \r\n", "One.\nTwo.\n\nThree."),
        ("One.\n \t\n \n \n\u3000\nTwo.", "One.\n\nTwo."),
        ("a\u202eb\u202cc", "abc"),
        ("\x0cOne.\x1b[31m", "One.[31m"),
        ("Z" + "\u0300" * 500, "Z" + "\u0300" * 4),
        ("<b>**[x](javascript:alert(1))**</b>", "<b>**[x](javascript:alert(1))**</b>"),
    ],
)
def test_a_text_stays_line_for_line_without_what_reaches_beyond_it(typed: str, text: str) -> None:
    assert written.text_of(typed) == text


@pytest.mark.parametrize("typed", [" \n\n ", "\u200b\u200c\u200d", "\u2800" * 20, "\u202e"])
def test_a_text_in_which_nothing_is_seen_is_none(typed: str) -> None:
    with pytest.raises(written.Unseen):
        written.text_of(typed)


@pytest.mark.parametrize("blank", [" ", "\t", "\u3000", "\n", " \n"])
def test_a_text_of_blanks_costs_no_more_than_one_of_words(blank: str) -> None:
    within = f"One.{blank * 20_000}Two."

    assert cost(written.text_of, within, len(within)) < 0.1
