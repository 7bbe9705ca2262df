"""What must not leave is marked, with its reason and what to write instead; look-alikes are left alone."""

import time
from itertools import pairwise

import pytest

from benchmarks import care as measure
from benchmarks.care_tally import KINDS
from offramp.campaigns.campaign import Campaign
from offramp.campaigns.reading import read
from offramp.paper import care


@pytest.fixture(scope="module")
def rules() -> care.Rules:
    campaign: Campaign = read(measure.CAMPAIGN)
    return campaign.care_rules


def marked(text: str, rules: care.Rules) -> list[tuple[str, str]]:
    return [(mark.kind, mark.text) for mark in care.marks(text, rules)]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Interviewed detainee Juan Pérez at intake.", "person", "Juan Pérez"),
        ("Wrote to Ms. Duarte before her bond hearing.", "person", "Ms. Duarte"),
        ("Escorted detainee 4471 to the clinic.", "person", "detainee 4471"),
        ("Entrevisté a la detenida Carmen Ríos.", "person", "Carmen Ríos"),
        ("Closed A 123-456-789 last.", "alien-number", "A 123-456-789"),
        ("Found A123456789.", "alien-number", "A123456789"),
        ("Filed EAC2190123456.", "case-number", "EAC2190123456"),
        ("Testified in 3:19-cv-04512.", "case-number", "3:19-cv-04512"),
        ("Badge number 4471.", "badge-number", "4471"),
        ("Planned Operation Quiet Harbor.", "operation", "Operation Quiet Harbor"),
        ("Searched TECS.", "system", "TECS"),
        ("(U//FOUO) Summary", "marking", "(U//FOUO)"),
        ("Draft, LES, mine.", "marking", "LES"),
        ("Served at Laredo South Station.", "office", "Laredo South Station"),
        ("Serví en el Sector de Tucson.", "office", "Sector de Tucson"),
        ("With my partner Dana Whitfield.", "coworker", "Dana Whitfield"),
        ("Relieved Officer Hal Green.", "coworker", "Officer Hal Green"),
        ("Kathy Boyd was my supervisor.", "coworker", "Kathy Boyd"),
        ("Call 915.555.0101 first.", "phone-number", "915.555.0101"),
        ("Write to ada@quill.example.", "email-address", "ada@quill.example"),
        ("At linkedin.com/in/quill now", "web-profile", "linkedin.com/in/quill"),
        ("SSN 123-45-6789", "social-security-number", "123-45-6789"),
        (
            "1432 Maple Street, Apt 5, El Paso, TX 79912",
            "home-address",
            "1432 Maple Street, Apt 5, El Paso, TX 79912",
        ),
    ],
)
def test_each_kind_is_marked_whole(rules: care.Rules, text: str, kind: str, words: str) -> None:
    assert marked(text, rules) == [(kind, words)]


@pytest.mark.parametrize(
    "text",
    [
        "Office phone 915-555-0142, El Paso, TX 79912-1234.",
        "A-1 driving record; forms I-213 and G-28; course A101234.",
        "Director of Operations; operation of forklifts; Operation Desert Storm veteran.",
        "Fire Station volunteer, private sector, Phoenix Children's Hospital.",
        "Detainee Handbook, translated. Special Agent Training Course.",
        "My partner and I moved. Supervisor: available on request",
        "Les hablé con respeto. Secret clearance.",
        "Budget of 1,250,000 dollars, 2015-03-01 to 2019-09-30.",
        "U.S. Department of Homeland Security; The GEO Group, Southern California.",
        "",
    ],
)
def test_look_alikes_may_leave(rules: care.Rules, text: str) -> None:
    assert marked(text, rules) == []


def test_ones_own_name_is_marked_where_the_pages_know_it(rules: care.Rules) -> None:
    own = ("Grant Page", "grantpage.example")
    text = "I, PAGE, GRANT, wrote grant pages. Grant writing at grantpage.example"
    found = [(mark.kind, mark.text) for mark in care.marks(text, rules, own)]

    assert found == [("own-name", "PAGE, GRANT"), ("own-name", "grantpage.example")]
    assert care.marks(text, rules) == []


def test_lines_that_name_their_owner_are_found(rules: care.Rules) -> None:
    tally = measure.measured(list(measure.lines("owners.txt")), rules, care.OF_THE_OWNER)

    assert (sum(tally.missed.values()), sum(tally.false.values())) == (0, 0)


def test_the_surer_kind_wins_where_two_want_the_same_words(rules: care.Rules) -> None:
    text = "Assistant Field Office Director Susan Keller signed."

    assert marked(text, rules) == [("coworker", "Assistant Field Office Director Susan Keller")]


def test_marks_come_in_the_order_of_the_text_and_never_overlap(rules: care.Rules) -> None:
    found = care.marks(
        "LES: detainee Ana Ruiz (A 087 654 321), Badge 4471, in EARM at Eloy Detention Center", rules
    )

    assert [mark.kind for mark in found] == [
        "marking",
        "person",
        "alien-number",
        "badge-number",
        "system",
        "office",
    ]
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_a_mark_says_why_and_what_to_write_instead_in_two_languages(rules: care.Rules) -> None:
    text = "Badge number 4471, eleven years"
    mark = care.marks(text, rules)[0]

    assert mark.replaced_in(text, "en") == "Badge number (number withheld), eleven years"
    assert mark.replaced_in(text, "es") == "Badge number (número omitido), eleven years"
    assert mark.reason_in("en").startswith("A badge number leads to you")
    assert rules.name_of("badge-number", "es") == "Número de placa"


def test_nothing_is_marked_in_what_was_put_instead(rules: care.Rules) -> None:
    for kind in rules.kinds.values():
        for language in ("en", "es"):
            assert marked(f"Before {kind.safer[language]} after.", rules) == []


def test_a_false_alarm_is_known_again_wherever_it_stands(rules: care.Rules) -> None:
    first = care.marks("Agent Smith wrote", rules)[0]
    again = care.marks("A letter by Agent SMITH.", rules)
    other = care.marks("Agent Smythe wrote", rules)[0]

    assert len(first.trace) == 64
    assert first.trace in [mark.trace for mark in again]
    assert other.trace != first.trace
    assert "smith" not in first.trace


def test_the_lines_set_aside_are_found_as_often_as_we_say(rules: care.Rules) -> None:
    """Lower than measured, so that a better rule may cost a line; benchmarks.care prints the figures."""
    _, aside = measure.halves()
    tally = measure.measured(aside, rules)
    found, missed, false = (sum(one.values()) for one in (tally.found, tally.missed, tally.false))

    assert found / (found + missed) >= 0.95
    assert found / (found + false) >= 0.95


def test_the_labeled_set_is_large_and_half_innocent() -> None:
    drawn = [line for half in measure.halves() for line in half]
    kinds = {wanted.kind for line in drawn for wanted in line.wanted}

    assert len(drawn) >= 250
    assert 0.4 <= sum(1 for line in drawn if line.wanted) / len(drawn) <= 0.6
    assert kinds == set(KINDS)


@pytest.mark.parametrize("called", measure.HOSTILE)
def test_time_grows_with_the_length_alone(rules: care.Rules, called: str) -> None:
    """A text three times the longest we take; something that explodes would take minutes."""
    words = measure.HOSTILE[called]
    begun = time.process_time()

    care.marks((words * (30_000 // len(words) + 1))[:30_000], rules)

    assert time.process_time() - begun < 10


def test_safer_words_at_the_beginning_begin_with_a_capital(rules: care.Rules) -> None:
    text = "Harlingen Field Office scheduler"
    [mark] = care.marks(text, rules)

    assert mark.replaced_in(text, "en")[0].isupper()
