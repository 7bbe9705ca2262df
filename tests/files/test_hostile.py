"""Every hostile file is refused by its right name or made harmless, and in little time."""

from time import monotonic

import pytest

from offramp.files import examination, limits
from offramp.files.answers import Cleaned
from offramp.files.refusals import NotTaken
from tests.files.canaries import CANARY
from tests.files.hostile import HOSTILE, Hostile
from tests.files.unfolded import everything

# The soft limit of the child, and what starting it on a busy machine takes.
PATIENCE = limits.CPU_SECONDS + 15


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_refused_or_made_harmless(hostile: Hostile) -> None:
    content = hostile.make()
    began = monotonic()

    became = what_becomes_of(content)

    assert (became.kind if isinstance(became, Cleaned) else became) in hostile.becomes
    if isinstance(became, Cleaned):
        assert became.content != content
        assert CANARY.encode() not in everything(became.content).lower()
    assert monotonic() - began < PATIENCE


def what_becomes_of(content: bytes) -> Cleaned | type[NotTaken]:
    try:
        return examination.examine(content)
    except NotTaken as refusal:
        return type(refusal)


def test_macros_are_left_behind_and_that_is_said() -> None:
    cleaned = examination.examine(HOSTILE["macros"].make())

    assert "macros" in {removal.trace.value for removal in cleaned.removals}


def test_a_page_of_any_size_becomes_a_picture_for_a_screen() -> None:
    (page,) = examination.examine(HOSTILE["a wall of paper"].make()).pages

    assert page.picture
    assert max(page.picture.width, page.picture.height) <= limits.LONGEST_SIDE


def test_a_file_cut_anywhere_is_refused_or_cleaned_but_never_an_accident() -> None:
    """A child that dies is one thing, an exception nobody named would be another."""
    whole = HOSTILE["a photograph that is a page too"].make()

    for length in range(3, len(whole), len(whole) // 12):
        became = what_becomes_of(whole[:length])
        assert isinstance(became, Cleaned) or issubclass(became, NotTaken)
