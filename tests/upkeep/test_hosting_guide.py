"""The hosting guide is typed off by tired people: every command in it is one that can be typed."""

import re
import shlex

import pytest

from offramp.upkeep import typed
from tests.environment import ROOT

GUIDE = (ROOT / "docs" / "hosting.md").read_text()
BLOCK = re.compile(r"^```\n(.*?)^```", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"`([^`\n]+)`")
COMMAND = re.compile(r"(?:/opt/offramp/bin/)?offramp( [a-z].*|)$")


def commands() -> list[str]:
    """What stands in blocks and between backticks, cut where one command ends and another begins."""
    lines = [line for block in BLOCK.findall(GUIDE) for line in block.splitlines()]
    lines += SPAN.findall(BLOCK.sub("", GUIDE))
    parts = {part.strip() for line in lines for part in re.split(r"&&|;", line)}
    return sorted(found[1].strip() for part in parts if (found := COMMAND.fullmatch(part)) and found[1])


@pytest.mark.parametrize("command", commands())
def test_what_the_guide_says_can_be_typed(command: str) -> None:
    asked = typed.parser().parse_args(shlex.split(command.replace("YYYY-MM-DD", "2027-01-31")))

    assert asked.command == command.split(maxsplit=1)[0]


def test_every_chore_of_a_host_is_in_the_guide() -> None:
    said = {command.split()[0] for command in commands()}

    assert {
        "init",
        "service",
        "doctor",
        "backup",
        "restore",
        "upgrade",
        "farewell",
        "purge",
        "notify",
        "mail",
    } <= said
