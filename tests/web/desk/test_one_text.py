"""A note typed as one text: each paragraph keeps its id through whatever is done around it."""

from uuid import UUID

import pytest

from offramp.documents.places import Content
from offramp.web.desk import one_text
from tests.documents.papers import a_content

DRAFT = UUID(int=1)
BASE = a_content("I have led teams.", "I speak Spanish at home.", "I want to stay near.")


def typed(text: str, *, base: Content = BASE) -> list[tuple[str, str]]:
    """Ids and texts; what is new is called new."""
    content = one_text.read(text, base=base, draft=DRAFT)
    known = {item["id"] for item in base["paragraphs"]}
    return [(item["id"] if item["id"] in known else "new", item["text"]) for item in content["paragraphs"]]


def test_what_is_shown_and_sent_back_is_the_same() -> None:
    shown = one_text.shown(BASE)

    assert shown == "Plan\n\nI have led teams.\n\nI speak Spanish at home.\n\nI want to stay near."
    assert one_text.read(shown, base=BASE, draft=DRAFT) == BASE
    assert one_text.read(shown.replace("\n", "\r\n") + "\r\n", base=BASE, draft=DRAFT) == BASE


def test_a_paragraph_is_known_by_its_text_wherever_it_stands() -> None:
    text = "Plan\n\nI want to stay near.\n\nSomething new.\n\nI have led teams.\n\nI speak Spanish at home."

    assert [one for one, _ in typed(text)] == ["p3", "new", "p1", "p2"]


def test_a_changed_paragraph_is_known_by_its_words() -> None:
    text = "Plan\n\nFirst of all.\n\nI have led large teams.\n\nI speak Spanish and English at home."

    assert [one for one, _ in typed(text)] == ["new", "p1", "p2"]


def test_a_paragraph_written_anew_is_known_by_its_spot() -> None:
    text = "Plan\n\nI have led teams.\n\nNothing as before!\n\nI want to stay near."

    assert typed(text)[1] == ("p2", "Nothing as before!")


def test_a_paragraph_parted_in_two_stays_the_larger_half() -> None:
    text = "Plan\n\nI have led teams.\n\nI\n\nspeak Spanish at home.\n\nI want to stay near."

    assert [one for one, _ in typed(text)] == ["p1", "new", "p2", "p3"]


def test_new_paragraphs_are_the_same_when_the_same_form_is_sent_twice() -> None:
    text = "Plan\n\nI have led teams.\n\nNew.\n\nI speak Spanish at home.\n\nI want to stay near."
    once, again, elsewhere = (
        one_text.read(text, base=BASE, draft=draft) for draft in (DRAFT, DRAFT, UUID(int=2))
    )

    assert once == again != elsewhere


def test_the_first_paragraph_of_a_new_note_takes_the_empty_one() -> None:
    assert typed("Plan\n\nFirst.", base=a_content("")) == [("p1", "First.")]


def test_a_paragraph_with_an_empty_line_of_its_own_stays_whole_until_the_text_is_changed() -> None:
    base = a_content("One.\n\nTwo.")

    assert one_text.read(one_text.shown(base), base=base, draft=DRAFT) == base
    assert typed(one_text.shown(base) + "\n\nThree.", base=base) == [
        ("p1", "One."),
        ("new", "Two."),
        ("new", "Three."),
    ]


@pytest.mark.parametrize("title", ["", "Plan", "خطة", "🌱"])
def test_any_title_comes_back(title: str) -> None:
    base = a_content("One.", "Two.", title=title)

    assert one_text.read(one_text.shown(base) + "\n", base=base, draft=DRAFT) == base


def test_a_first_line_too_long_for_a_title_is_a_paragraph() -> None:
    content = one_text.read("long " * 50, base=BASE, draft=DRAFT)

    assert content["title"] == ""
    assert [item["text"] for item in content["paragraphs"]] == [("long " * 50).rstrip()]


def test_a_file_has_a_title_alone() -> None:
    base = {"title": "Old", "files": []}

    assert one_text.read("A name", base=base, draft=DRAFT) == {"title": "A name", "files": []}


def test_more_paragraphs_than_a_note_takes_are_not_compared_one_by_one() -> None:
    content = one_text.read("Plan\n\n" + "a\n\n" * 9_000, base=BASE, draft=DRAFT)

    assert len(content["paragraphs"]) == 9_000
