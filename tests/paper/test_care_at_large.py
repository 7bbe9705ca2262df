"""What people write who never saw the rules: abbreviations, haste, capitals, two languages."""

import time

import pytest

from benchmarks import care as measure
from offramp.campaigns.reading import read
from offramp.paper import care


@pytest.fixture(scope="module")
def rules() -> care.Rules:
    return read(measure.CAMPAIGN).care_rules


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Calmed Kwabena when he learned of his appeal.", "person", "Kwabena"),
        ("escorted inmate hernandez to court", "person", "hernandez"),
        ("Helped reunite 6 y/o Keily with her dad", "person", "Keily"),
        ("Bond papers of Fatima al-Rashidi were ready.", "person", "Fatima al-Rashidi"),
        ("Wrote to HERNANDEZ LOPEZ, Jose about bond.", "person", "HERNANDEZ LOPEZ, Jose"),
        ("Drove the Xol Caal family after their release.", "person", "the Xol Caal family"),
        ("Bob Tran and I ran the warehouse.", "coworker", "Bob Tran"),
        ("worked with officer dave miller", "coworker", "dave miller"),
        ("Seguro social (últimos cuatro): 6648", "social-security-number", "6648"),
        ("Ending in 2057 (SSN), please", "social-security-number", "2057"),
        ("IEA, bdg 9020", "badge-number", "9020"),
        ("SIR 2020SIR0007731 was mine.", "case-number", "2020SIR0007731"),
        ("Wrote LES bulletins for years", "marking", "LES"),
        ("each law enforcment sensitive", "marking", "law enforcment sensitive"),
        ('Planner for "Paper Lantern", a worksite enforcement operation', "operation", '"Paper Lantern"'),
        ("In support of operation copper finch, I drove.", "operation", "operation copper finch"),
        ("Ran checks thru ZQ11 today", "system", "ZQ11"),
        ("Member of Tactical Response Team JFK-2", "office", "Tactical Response Team JFK-2"),
        ("Nine years at the Florence SPC", "office", "Florence SPC"),
        (
            "Now at 6027 Bandera Oak, San Antonio, Texas 78238",
            "home-address",
            "6027 Bandera Oak, San Antonio, Texas 78238",
        ),
    ],
)
def test_what_is_written_in_haste_is_marked_too(rules: care.Rules, text: str, kind: str, words: str) -> None:
    assert [(mark.kind, mark.text) for mark in care.marks(text, rules)] == [(kind, words)]


@pytest.mark.parametrize(
    "text",
    [
        "Stony Brook University (SBU), political science.",
        "Immigration Services Officer II, 40 hours per week.",
        "St. Vincent de Paul, night shelter volunteer.",
        "Maria Montessori method; won the Linda Brown Essay Prize.",
        "4 Color Press Way of working; 12 Monkeys Lane, escape room host.",
        "Operation Lifesaver rail safety volunteer.",
        "Data Processing Center, night operator; Test Station in a lab.",
        "Used SQL and Excel; managed the ERP system upgrade.",
        "Led a team of 14 across two shifts at a 900-bed facility.",
    ],
)
def test_more_look_alikes_may_leave(rules: care.Rules, text: str) -> None:
    assert care.marks(text, rules) == []


def test_lines_nobody_looked_at_are_found_as_often_as_we_say(rules: care.Rules) -> None:
    """Lower than measured, so that a better rule may cost a line; benchmarks.care prints the figures."""
    tally = measure.measured(list(measure.lines("other_aside.txt")), rules)
    wanted, touched = (sum(tally_.values()) for tally_ in (tally.found + tally.missed, tally.touched))

    assert touched / wanted >= 0.75
    assert tally.startled <= 10


@pytest.mark.parametrize(
    "words",
    ["told Juan x ", "detained he Xolotl x ", "the Aa Bb family ", "queried AB, ", "badge number no ", "a\n"],
)
def test_time_grows_with_the_length_alone_here_too(rules: care.Rules, words: str) -> None:
    begun = time.process_time()

    care.marks((words * (60_000 // len(words) + 1))[:60_000], rules)

    assert time.process_time() - begun < 10
