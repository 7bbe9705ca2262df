"""`python -m benchmarks.care`: what the care check finds, misses and marks for nothing, and what it costs.

The lines in marked.txt and innocent.txt were written by the rules' author before the rules. Half of them,
drawn by a fixed seed, was set aside; the rules were made while looking at mistakes on the other half alone.
Whoever writes both thinks alike in both, so these figures are too good. harder.txt was written afterwards to
break the rules, and then used to better them; so was fresh.txt. last.txt was written last, to break them
again, and changed nothing.

What names the owner of a paper (a telephone, an e-mail address) is right in its head, and only out of place
in its text: those kinds are counted apart, on owners.txt; in the other sets nobody labeled them.
"""

import argparse
import random
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from offramp.campaigns.reading import read
from offramp.paper import care

FOLDER = Path(__file__).with_name("care_lines")
CAMPAIGN = Path(__file__).parents[1] / "campaigns" / "immigration-enforcement"
SEED = 20261122
MARKED = re.compile(r"\{([\w-]+)\|([^}]+)\}")
KINDS = tuple(kind for kind in care.KINDS if kind not in care.OF_THE_OWNER)
OWN = ("Jordan Avery Quist",)
# Words around a name that go with it, such as a rank or "No."
SLACK = 16
HEAD = "| kind | marks wanted | precision | recall |\n|---|---|---|---|"
HOSTILE = {
    "a résumé's words": "Planned bus routes for groups of people and wrote clear reports. ",
    "capital letters": "A B C D E F G ",
    "figures": "1234-",
    "names": "Ana Luz Rey, ",
    "cues without a name": "detainee officer badge number operation ",
    "one long word": "A",
    "blanks": " ",
    "streets that never end": "12 Aa Bb Cc Dd ",
    "slashes": "U//LES//",
    "apposed": "Ana, a a a a ",
}


@dataclass(frozen=True)
class Line:
    """A line as somebody would write it, and what in it must not leave."""

    text: str
    wanted: tuple[care.spans.Span, ...] = ()


def lines(name: str) -> Iterator[Line]:
    for written in (FOLDER / name).read_text().splitlines():
        if written and not written.startswith("#"):
            yield _line(written)


def _line(written: str) -> Line:
    text, wanted, place = "", [], 0
    for found in MARKED.finditer(written):
        text += written[place : found.start()]
        wanted.append(care.spans.Span(len(text), len(text) + len(found[2]), found[1]))
        text, place = text + found[2], found.end()
    return Line(text + written[place:], tuple(wanted))


def halves() -> tuple[list[Line], list[Line]]:
    """The half the rules were made with, and the half set aside."""
    both: tuple[list[Line], list[Line]] = ([], [])
    for name in ("marked.txt", "innocent.txt"):
        drawn = list(lines(name))
        random.Random(SEED).shuffle(drawn)  # noqa: S311 - the same draw each time is the point
        for place, line in enumerate(drawn):
            both[place % 2].append(line)
    return both


class Tally:
    """Found, missed and false marks, by kind."""

    def __init__(self) -> None:
        self.found: Counter[str] = Counter()
        self.missed: Counter[str] = Counter()
        self.false: Counter[str] = Counter()
        self.stopped = 0  # marked, if under another kind
        self.told: list[str] = []

    def add(self, line: Line, marks: list[care.Mark]) -> None:
        for wanted in line.wanted:
            is_found = any(_covers(mark, wanted) for mark in marks)
            self.stopped += any(mark.start <= wanted.start and mark.end >= wanted.end for mark in marks)
            (self.found if is_found else self.missed)[wanted.kind] += 1
            if not is_found:
                self.told.append(f"missed {wanted.kind}: {line.text}")
        for mark in marks:
            if not any(_covers(mark, wanted) for wanted in line.wanted):
                self.false[mark.kind] += 1
                self.told.append(f"marked {mark.kind} “{mark.text}”: {line.text}")

    def rows(self, kinds: tuple[str, ...] = KINDS) -> Iterator[str]:
        for kind in (*kinds, "all"):
            found, missed, false = (
                sum(tally.values()) if kind == "all" else tally[kind]
                for tally in (self.found, self.missed, self.false)
            )
            yield f"| {kind} | {found + missed} | {_share(found, false)} | {_share(found, missed)} |"


def _covers(mark: care.Mark, wanted: care.spans.Span) -> bool:
    """All of it, by a mark of its kind, and hardly more."""
    holds = mark.kind == wanted.kind and mark.start <= wanted.start and mark.end >= wanted.end
    return holds and len(mark.text) <= wanted.end - wanted.start + SLACK


def _share(right: int, wrong: int) -> str:
    return f"{right / (right + wrong):.2f} ({right}/{right + wrong})" if right + wrong else "none"


def measured(half: list[Line], rules: care.Rules, kinds: tuple[str, ...] = KINDS) -> Tally:
    tally = Tally()
    for line in half:
        tally.add(line, [mark for mark in care.marks(line.text, rules, OWN) if mark.kind in kinds])
    return tally


def cost(text: str, rules: care.Rules) -> float:
    """Processor milliseconds for one text, the best of three."""
    spent = []
    for _ in range(3):
        begun = time.process_time()
        care.marks(text, rules)
        spent.append(time.process_time() - begun)
    return min(spent) * 1000


def main() -> None:
    parser = argparse.ArgumentParser("benchmarks.care")
    parser.add_argument(
        "--tell", action="store_true", help="every mistake, but for those on the half set aside"
    )
    asked = parser.parse_args()
    rules = read(CAMPAIGN).care_rules
    made_with, aside = halves()
    sets = {
        "the half the rules were made with": made_with,
        "the half set aside": aside,
        "harder lines, which bettered the rules": list(lines("harder.txt")),
        "fresh lines, which bettered them again": list(lines("fresh.txt")),
        "last lines, written to break them": list(lines("last.txt")),
        "lines that name their owner": list(lines("owners.txt")),
    }
    for called, half in sets.items():
        kinds = care.OF_THE_OWNER if "owner" in called else KINDS
        tally = measured(half, rules, kinds)
        print(f"\n{called}: {len(half)} lines\n\n{HEAD}")
        print("\n".join(tally.rows(kinds)))
        wanted = sum(tally.found.values()) + sum(tally.missed.values())
        print(f"\nmarked, whatever the kind: {tally.stopped}/{wanted}")
        if asked.tell and "aside" not in called:
            print("\n".join(tally.told))
    print("\n10,000 characters of … | processor ms\n---|---")
    for called, words in HOSTILE.items():
        text = (words * (10_000 // len(words) + 1))[:10_000]
        print(f"{called} | {cost(text, rules):.1f}")


if __name__ == "__main__":
    main()
