"""A form's token is ours, not too young, not too old, and always means the same draft."""

import pytest
from django.core import signing

from offramp.web import drafts


def test_a_token_gives_its_draft_and_age_as_often_as_it_is_sent() -> None:
    token = drafts.issue(at=1_000)
    first = drafts.read(token, at=1_060)

    assert len(first.draft) == 32
    assert first.age == 60
    assert drafts.read(token, at=1_061).draft == first.draft


def test_no_two_tokens_are_alike() -> None:
    assert drafts.issue(at=1_000) != drafts.issue(at=1_000)


@pytest.mark.parametrize(
    ("age", "failure"), [(0, drafts.TooFast), (2, drafts.TooFast), (43_201, drafts.TooOld)]
)
def test_too_young_and_too_old_are_told_apart(age: int, failure: type[Exception]) -> None:
    token = drafts.issue(at=1_000)

    with pytest.raises(failure):
        drafts.read(token, at=1_000 + age)


@pytest.mark.parametrize("age", [3, 43_200])
def test_the_edges_are_inside(age: int) -> None:
    assert drafts.read(drafts.issue(at=1_000), at=1_000 + age).age == age


@pytest.mark.parametrize(
    "token", ["", "x", "0" * 64 + ".1000", "0" * 64 + ".1000:forged", "\x00", "é" * 1_000]
)
def test_a_forged_token_is_refused(token: str) -> None:
    with pytest.raises(drafts.Forged):
        drafts.read(token, at=2_000)


def test_a_token_of_another_purpose_is_refused() -> None:
    other = signing.Signer(salt="other").sign("0" * 64 + ".1000")

    with pytest.raises(drafts.Forged):
        drafts.read(other, at=2_000)


def test_a_draft_shows_no_secret_when_printed() -> None:
    assert repr(drafts.read(drafts.issue(at=1_000), at=1_060)) == "Draft(age=60)"
