"""Two copies of one content become one: nothing is lost, and the order of merging does not matter."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from offramp.documents.merging import Conflict, merge
from offramp.documents.places import Content
from tests.documents.papers import a_content

WORDS = st.text("ab \n", max_size=4)


def note(**paragraphs: str) -> Content:
    return {"title": "Plan", "paragraphs": [{"id": name, "text": text} for name, text in paragraphs.items()]}


def paragraphs(content: Content) -> dict[str, str]:
    return {item["id"]: item["text"] for item in content["paragraphs"]}


@dataclass
class Edits:
    """A base, and two copies of it that never touch the same paragraph."""

    base: Content
    mine: Content
    theirs: Content


@st.composite
def edits_apart(draw: st.DrawFn) -> Edits:
    base = draw(st.lists(WORDS, max_size=6))
    owners = [draw(st.sampled_from(["mine", "theirs", "nobody"])) for _ in base]
    copies: dict[str, list[tuple[str, str]]] = {"mine": [], "theirs": []}
    for side, items in copies.items():
        for number, text in enumerate(base):
            if draw(st.booleans()):
                items.append((f"{side[0]}{number}", draw(WORDS)))
            change = draw(st.sampled_from(["keep", "change", "remove"])) if owners[number] == side else "keep"
            if change != "remove":
                items.append((f"p{number}", draw(WORDS) if change == "change" else text))
    return Edits(
        base=note(**{f"p{number}": text for number, text in enumerate(base)}),
        mine=note(**dict(copies["mine"])),
        theirs=note(**dict(copies["theirs"])),
    )


@given(edits_apart())
def test_edits_apart_are_all_kept_in_the_order_of_either(edits: Edits) -> None:
    merged = merge(base=edits.base, mine=edits.mine, theirs=edits.theirs)

    assert merged.conflicts == ()
    base, mine, theirs = (paragraphs(copy) for copy in (edits.base, edits.mine, edits.theirs))
    due = {
        name: mine[name]
        if name in mine and (name not in theirs or mine[name] != base.get(name))
        else theirs[name]
        for name in mine | theirs
        if (name in mine and name in theirs) or name not in base
    }
    result = paragraphs(merged.content)
    assert result == due
    for copy in (mine, theirs):
        assert [name for name in result if name in copy] == [name for name in copy if name in result]


@given(edits_apart())
def test_it_does_not_matter_whose_copy_comes_first(edits: Edits) -> None:
    one_way = merge(base=edits.base, mine=edits.mine, theirs=edits.theirs)
    other_way = merge(base=edits.base, mine=edits.theirs, theirs=edits.mine)

    assert one_way.content == other_way.content


CONTENTS = st.builds(
    lambda title, items: note(**dict(items)) | {"title": title},
    WORDS,
    st.lists(st.tuples(st.sampled_from(["p1", "p2", "p3", "p4", "p5"]), WORDS), max_size=5),
)


@given(base=CONTENTS, mine=CONTENTS, theirs=CONTENTS)
def test_whatever_was_changed_stands_in_the_result_or_is_shown_as_a_conflict(
    base: Content, mine: Content, theirs: Content
) -> None:
    merged = merge(base=base, mine=mine, theirs=theirs)

    result, before = paragraphs(merged.content), paragraphs(base)
    shown = {conflict.path: {conflict.mine, conflict.theirs} for conflict in merged.conflicts}
    for copy in (mine, theirs):
        for name, text in paragraphs(copy).items():
            if before.get(name) != text:
                assert result.get(name) == text or text in shown[f"paragraphs/{name}"]
        if copy["title"] != base["title"]:
            assert merged.content["title"] == copy["title"] or copy["title"] in shown["title"]


@given(base=CONTENTS, mine=CONTENTS, theirs=CONTENTS)
def test_both_see_the_same_conflicts_with_the_sides_exchanged(
    base: Content, mine: Content, theirs: Content
) -> None:
    one_way = merge(base=base, mine=mine, theirs=theirs).conflicts
    other_way = merge(base=base, mine=theirs, theirs=mine).conflicts

    assert {(one.path, one.mine, one.theirs) for one in one_way} == {
        (other.path, other.theirs, other.mine) for other in other_way
    }


@given(base=CONTENTS, mine=CONTENTS)
def test_who_changed_nothing_changes_nothing(base: Content, mine: Content) -> None:
    assert merge(base=base, mine=mine, theirs=base).content == mine
    assert merge(base=base, mine=base, theirs=mine).content == mine
    assert merge(base=base, mine=mine, theirs=mine).content == mine


def test_the_same_place_changed_twice_is_shown_with_all_three_texts() -> None:
    merged = merge(base=a_content("One."), mine=a_content("Mine."), theirs=a_content("Theirs."))

    assert merged.conflicts == (Conflict("paragraphs/p1", "One.", "Mine.", "Theirs."),)
    assert merged.content == a_content("Mine.")


def test_a_paragraph_one_removed_and_the_other_rewrote_is_kept_and_asked_about() -> None:
    merged = merge(base=a_content("One."), mine=a_content(), theirs=a_content("Better."))

    assert merged.conflicts == (Conflict("paragraphs/p1", "One.", None, "Better."),)
    assert merged.content == a_content("Better.")


def test_both_moving_paragraphs_differently_is_asked_about() -> None:
    base = note(a="A", b="B", c="C")
    merged = merge(base=base, mine=note(b="B", a="A", c="C"), theirs=note(a="A", c="C", b="B"))

    assert [conflict.path for conflict in merged.conflicts] == ["paragraphs"]


def test_one_moves_while_the_other_writes() -> None:
    base = note(a="A", b="B", c="C")
    merged = merge(base=base, mine=note(c="C", a="A", b="B"), theirs=note(a="A", b="Better", x="New", c="C"))

    assert merged.conflicts == ()
    assert merged.content == note(c="C", a="A", b="Better", x="New")
