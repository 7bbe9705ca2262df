"""`python -m benchmarks.care`: what the care check finds, misses and marks for nothing, and what it costs.

The lines in marked.txt and innocent.txt were written by the rules' author before the rules. Half of them,
drawn by a fixed seed, was set aside; the rules were made while looking at mistakes on the other half alone.
Whoever writes both thinks alike in both, so these figures are too good. harder.txt was written afterwards to
break the rules, and then used to better them; so were fresh.txt and last.txt.

other_look.txt and other_aside.txt were written by somebody else, who had not seen the rules, as whole lines
of résumés and letters. The rules were bettered while looking at other_look.txt; nobody looked at the other.
Since two people draw the edges of a mark differently, a mark counts there where it touches what is wanted.

What names the owner of a paper (a telephone, an e-mail address) is right in its head, and only out of place
in its text: those kinds are counted apart, on owners.txt; in the other sets nobody labeled them.
"""

import argparse
import random
import re
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.care_tally import KINDS, Line, Tally
from offramp.campaigns.reading import read
from offramp.paper import care

FOLDER = Path(__file__).with_name("care_lines")
CAMPAIGN = Path(__file__).parents[1] / "campaigns" / "immigration-enforcement"
SEED = 20261122
MARKED = re.compile(r"\{([\w-]+)\|([^}]+)\}")
OWN = ("Jordan Avery Quist",)
TOUCHED = "| kind | marks wanted | touched | marks that touch nothing |\n|---|---|---|---|"
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


def measured(half: list[Line], rules: care.Rules, kinds: tuple[str, ...] = KINDS) -> Tally:
    tally = Tally()
    for line in half:
        tally.add(line, [mark for mark in care.marks(line.text, rules, OWN) if mark.kind in kinds])
    return tally


def tell_others(rules: care.Rules, *, tell: bool) -> None:
    """What somebody else wrote, half of it looked at."""
    for name in ("other_look.txt", "other_aside.txt"):
        written = list(lines(name))
        tally = measured(written, rules)
        print(f"\n{name}, by somebody else: {len(written)} lines\n\n{TOUCHED}")
        print("\n".join(tally.touching()))
        if tell and "aside" not in name:
            print("\n".join(tally.told))


def cost(text: str, rules: care.Rules) -> float:
    """Processor milliseconds for one text, the best of three."""
    spent = []
    for _ in range(3):
        begun = time.process_time()
        care.marks(text, rules)
        spent.append(time.process_time() - begun)
    return min(spent) * 1000


def sets() -> dict[str, list[Line]]:
    """The lines of the rules' author, by what became of them."""
    made_with, aside = halves()
    return {
        "the half the rules were made with": made_with,
        "the half set aside": aside,
        "harder lines, which bettered the rules": list(lines("harder.txt")),
        "fresh lines, which bettered them again": list(lines("fresh.txt")),
        "last lines, which bettered them once more": list(lines("last.txt")),
        "lines that name their owner": list(lines("owners.txt")),
    }


def main() -> None:
    parser = argparse.ArgumentParser("benchmarks.care")
    parser.add_argument(
        "--tell", action="store_true", help="every mistake, but for those on the half set aside"
    )
    asked = parser.parse_args()
    rules = read(CAMPAIGN).care_rules
    for called, half in sets().items():
        kinds = care.OF_THE_OWNER if "owner" in called else KINDS
        tally = measured(half, rules, kinds)
        print(f"\n{called}: {len(half)} lines\n\n{HEAD}")
        print("\n".join(tally.rows(kinds)))
        wanted = sum(tally.found.values()) + sum(tally.missed.values())
        print(f"\nmarked, whatever the kind: {tally.stopped}/{wanted}")
        if asked.tell and "aside" not in called:
            print("\n".join(tally.told))
    tell_others(rules, tell=asked.tell)
    print("\n10,000 characters of … | processor ms\n---|---")
    for called, words in HOSTILE.items():
        text = (words * (10_000 // len(words) + 1))[:10_000]
        print(f"{called} | {cost(text, rules):.1f}")


if __name__ == "__main__":
    main()
