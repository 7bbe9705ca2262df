"""One slip of the finger in a well-known domain is seen; other domains are nobody's business."""

import pytest

from offramp.notices import mistyped


@pytest.mark.parametrize(
    "typed",
    ["ada@gmial.com", "ada@gmai.com", "ada@gmaill.com", "ada@gmsil.com", "ada@gmail.con", "ada@agmail.com"],
)
def test_a_letter_too_many_too_few_wrong_or_swapped_is_seen(typed: str) -> None:
    assert mistyped.meant(typed) == "ada@gmail.com"


@pytest.mark.parametrize(
    "typed",
    [
        *(f"ada@{domain}" for domain in (*mistyped.WELL_KNOWN, *mistyped.AS_WELL_KNOWN)),
        "ada@example.org",
        "gmial@example.org",
        "ada@gamil.net",
        "ada@me.com",
        "ada@liamg.com",
    ],
)
def test_nobody_is_asked_about_what_may_well_be_right(typed: str) -> None:
    assert mistyped.meant(typed) == ""
