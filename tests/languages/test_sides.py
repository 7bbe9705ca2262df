"""No style sheet names a side: lines begin on the left or on the right, and a page follows them."""

import re
from pathlib import Path

import pytest

from tests.environment import ROOT

SHEETS = sorted((ROOT / "offramp").glob("*/static/**/*.css"))
A_SIDE = re.compile(
    r"[\s;{](?:(?:[a-z-]+-)?(?:left|right)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right))[^;}]*"
)
PART = r"((?:[^\s;{}()]|\([^()]*(?:\([^()]*\))?[^()]*\))+)"
FOUR = re.compile(rf"[\s;{{](?:margin|padding|inset)\s*:\s*{PART}\s+{PART}\s+{PART}\s+{PART}\s*[;}}]")


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_no_sheet_names_a_side(sheet: Path) -> None:
    assert sides_in(sheet.read_text()) == []


@pytest.mark.parametrize(
    "rule",
    [
        "a { margin-left: 1rem }",
        "a{left:0}",
        "a { text-align: right; }",
        "a { border-right: 0 }",
        "a { padding: 0 1rem 0 calc(2 * var(--step)); }",
    ],
)
def test_a_side_is_found(rule: str) -> None:
    assert len(sides_in(rule)) == 1


@pytest.mark.parametrize(
    "rule", ["a { margin: 0 1rem 0 1rem; }", "a { padding-inline: 0 1rem }", ".left { top: 0 }"]
)
def test_what_is_alike_on_both_sides_passes(rule: str) -> None:
    assert sides_in(rule) == []


def sides_in(sheet: str) -> list[str]:
    uneven = [found[0] for found in FOUR.finditer(sheet) if found[2] != found[4]]
    return uneven + A_SIDE.findall(sheet)
