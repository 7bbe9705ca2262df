"""Places of a content, and what a kind refuses, each with the place."""

import pytest

from offramp.documents import differences, kinds, places
from offramp.documents.differences import Difference, How
from offramp.documents.kinds.kind import (
    Kind,
    NotText,
    Refused,
    SameIdTwice,
    TooLarge,
    TooLong,
    TooManyPlaces,
    WrongShape,
    items,
)
from offramp.documents.places import Content, NoSuchPlace, Place
from tests.documents.papers import a_content

NOTE = kinds.of("note")

# Deeper than a note: what the next kinds will be like.
TEXT = {"type": "string"}
WORK = Kind(
    name="work",
    schema={
        "type": "object",
        "properties": {
            "title": TEXT,
            "work": items({"position": TEXT, "tags": {"type": "array"}, "highlights": items({"text": TEXT})}),
        },
    },
    blank={"title": "", "work": []},
    patterns=("title", "work/*/position", "work/*/highlights/*"),
)
WORKED: Content = {
    "title": "Me",
    "work": [
        {"id": "w1", "position": "Officer", "tags": [], "highlights": [{"id": "h1", "text": "Led 12."}]},
        {"id": "w2", "position": "Guard", "tags": ["night"], "highlights": []},
    ],
}


def test_every_kind_accepts_an_empty_one_of_its_own() -> None:
    for kind in kinds.KINDS.values():
        kind.check(kind.empty())


def test_an_empty_one_is_a_copy() -> None:
    NOTE.empty()["paragraphs"].clear()

    assert len(NOTE.empty()["paragraphs"]) == 1


def test_places_are_named_by_ids_and_counted_in_their_list() -> None:
    WORK.check(WORKED)

    assert WORK.places(WORKED) == [
        Place("title", "title", 0, "Me"),
        Place("work/w1/position", "work/*/position", 1, "Officer"),
        Place("work/w1/highlights/h1", "work/*/highlights/*", 1, "Led 12."),
        Place("work/w2/position", "work/*/position", 2, "Guard"),
    ]
    assert WORK.may_grow("work/*/highlights/*")
    assert not WORK.may_grow("work/*/position")
    assert not WORK.may_grow("title")


def test_a_place_is_changed_put_in_and_taken_out_in_a_copy() -> None:
    one = places.put(WORKED, "work/w1/highlights/h1", "Led twelve.")
    two = places.insert(one, "work/w1/highlights/h1", "Wrote reports.", "h2")
    three = places.insert(two, "work/w2/highlights", "First.", "h3")
    four = places.remove(three, "work/w1/highlights/h1")
    five = places.put(four, "work/w2/position", "Night guard")

    assert [place.text for place in WORK.places(five)] == [
        "Me", "Officer", "Wrote reports.", "Night guard", "First.",
    ]  # fmt: skip
    assert WORKED["work"][0]["highlights"] == [{"id": "h1", "text": "Led 12."}]


@pytest.mark.parametrize(
    "path",
    ["paragraphs/p9", "paragraphs/p1/text/more", "paragraphs/p1/id", "nothing", "paragraphs", "", "a//b"],
)
def test_a_path_that_leads_to_no_text_is_refused(path: str) -> None:
    with pytest.raises(NoSuchPlace) as refusal:
        places.put(a_content("One."), path, "Two.")
    assert refusal.value.path == path


@pytest.mark.parametrize(
    ("content", "refusal", "path"),
    [
        ({}, WrongShape, ""),
        (a_content("One.") | {"more": 1}, WrongShape, ""),
        (a_content("One.") | {"title": 7}, WrongShape, "title"),
        (a_content("One.") | {"paragraphs": [{"id": "p1", "text": 7}]}, WrongShape, "paragraphs/p1"),
        (a_content("One.") | {"paragraphs": [{"id": "p1"}]}, WrongShape, "paragraphs/p1"),
        (a_content("One.") | {"paragraphs": ["One."]}, WrongShape, "paragraphs/0"),
        (a_content("One.") | {"paragraphs": [{"id": "P/1", "text": ""}]}, WrongShape, "paragraphs"),
        (a_content("One.") | {"paragraphs": [{"id": "p1", "text": ""}] * 2}, SameIdTwice, "paragraphs"),
        (a_content("One.", "\ud800"), NotText, "paragraphs/p2"),
        (a_content("One.", title="x" * 201), TooLong, "title"),
        (a_content("One.", "x" * 10_001), TooLong, "paragraphs/p2"),
        (a_content(*["One."] * 200), TooManyPlaces, ""),
        (a_content(*["é" * 9_000] * 12), TooLarge, ""),
    ],
)
def test_each_refusal_has_a_name_and_the_place(content: Content, refusal: type[Refused], path: str) -> None:
    with pytest.raises(refusal) as refused:
        NOTE.check(content)
    assert (type(refused.value), refused.value.path) == (refusal, path)


def test_what_is_just_within_the_limits_is_accepted() -> None:
    NOTE.check(a_content(*["One."] * 199))
    NOTE.check(a_content("é" * 10_000, "🤷🏽‍♀️ أريد أن أغادر", title="x" * 200))


def test_differences_are_told_place_by_place() -> None:
    old = a_content("One.", "Two.", "Three.")
    new = a_content("One.", "2.", title="Better")
    new["paragraphs"].append({"id": "p4", "text": "Four."})

    assert differences.compare(NOTE, old, new) == [
        Difference("title", "title", 0, How.CHANGED, "Plan", "Better"),
        Difference("paragraphs/p2", "paragraphs/*", 2, How.CHANGED, "Two.", "2."),
        Difference("paragraphs/p4", "paragraphs/*", 3, How.ADDED, "", "Four."),
        Difference("paragraphs/p3", "paragraphs/*", 3, How.REMOVED, "Three.", ""),
    ]


def test_another_order_is_one_difference() -> None:
    old, new = a_content("One.", "Two."), a_content("One.", "Two.")
    new["paragraphs"].reverse()

    assert differences.compare(NOTE, old, new) == [Difference("paragraphs", "paragraphs", 0, How.MOVED)]
