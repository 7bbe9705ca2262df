"""The phrases we ship: many, each of its own, in two languages, true, and fit for a sentence."""

import re
from collections import Counter
from itertools import combinations

import pytest
from rapidfuzz import fuzz

from offramp.campaigns.campaign import Campaign
from offramp.paper import wording
from offramp.paper.wording import Phrase
from offramp.paper.wording.forms import Part, forms, inflected
from offramp.paper.wording.phrases import BLANK

# What an insider's word has to carry already, if a civilian one is to claim it.
CLAIMS = {
    r"\b(?:lead|leader|leadership|head)\b": r"in charge|\b(?:sac|rac)\b|lead|director|commander",
    r"\bmanage[ds]?\b|\bmanaging\b": r"manage",
    r"supervis": r"supervis|osup|sddo|commander|alternatives|atd|detention officer|custody officer",
    r"expert|certified|licensed|award|senior|advanced|master": r"(?!)",
    r"successful|proven|outstanding|exceptional|extensive|large|high-volume|complex": r"(?!)",
    r"\ball\b|\bevery\b|\balways\b": r"(?!)",
    r"improv|increas|reduc|sav(?:ed|ing)|exceed|achiev": r"(?!)",
    r"\b(?:one|two|three|four|five|ten|dozens?|hundreds?|thousands?|millions?|daily|weekly)\b": r"one-on-one",
    r"\bfluent|\bnative": r"(?!)",
}
# What was done to people is not said more softly than it was.
HARD = re.compile(
    r"detain|detention|deport|removal|custody|arrest|apprehen|inmate|fugitive|criminal alien|use.of.force",
    re.I,
)
PLAIN = re.compile(
    r"custody|detain|detention|arrest|removal|deport|enforcement|solitary|force|immigration|\bpolicy\b", re.I
)
SOFT = re.compile(
    r"customer|client|guest|relocat|hospitality|passenger|visitor|resident\b|welcom|assist.{0,10}return", re.I
)
# Jobs people come to us to leave.
LEFT_BEHIND = {"33-3012.00", "33-3051.00", "33-3051.04", "33-3021.00", "33-1011.00", "33-1012.00"}


def every_way(phrase: Phrase) -> list[str]:
    """The insider's words in each form that they take."""
    ways = []
    for insider in phrase.insider:
        marked = re.search(r"~([^\W_]+)", insider)
        written = forms(marked[1], phrase.part) if marked else {"": ""}
        ways += [insider.replace(marked[0], one) if marked else insider for one in written]
    return ways


def test_there_are_many(shipped: Campaign) -> None:
    assert len(shipped.phrases) >= 160
    assert sum(len(phrase.insider) for phrase in shipped.phrases) >= 300


def test_each_is_found_wherever_it_stands(shipped: Campaign) -> None:
    lost = [
        way
        for phrase in shipped.phrases
        for way in every_way(phrase)
        for text in (way, f"In my years there: {way}, among others.")
        if phrase.id not in [offer.id for offer in wording.offers(text, shipped.phrases)]
    ]

    assert lost == []


def test_what_was_accepted_is_not_offered_again(shipped: Campaign) -> None:
    again = []
    for phrase in shipped.phrases:
        for way in every_way(phrase):
            offer = wording.offers(way, shipped.phrases)[0]
            for choice in range(len(offer.new)):
                text = offer.accept(way, choice)
                again += [
                    (way, text) for more in wording.offers(text, shipped.phrases) if more.id == phrase.id
                ]

    assert again == []


def test_nobody_gains_a_number(shipped: Campaign) -> None:
    assert [words for phrase in shipped.phrases for words in phrase.civilian if re.search(r"\d", words)] == []


@pytest.mark.parametrize("claim", CLAIMS)
def test_nobody_gains_a_claim_that_the_insiders_words_lack(shipped: Campaign, claim: str) -> None:
    gained = [
        (phrase.id, words)
        for phrase in shipped.phrases
        for words in phrase.civilian
        if re.search(claim, words, re.I) and not re.search(CLAIMS[claim], " ".join(phrase.insider), re.I)
    ]

    assert gained == []


def test_nothing_hard_is_said_softly(shipped: Campaign) -> None:
    soft = [
        (phrase.id, words)
        for phrase in shipped.phrases
        for words in phrase.civilian
        if SOFT.search(words)
        or (any(map(HARD.search, phrase.insider)) and BLANK not in words and not PLAIN.search(words))
    ]

    assert soft == []


def test_the_softness_would_be_seen() -> None:
    assert SOFT.search("customer relocation")
    assert not PLAIN.search("travel coordination")


def test_an_employers_name_is_spelled_out_and_never_hidden(shipped: Campaign) -> None:
    known = {"DHS": "U.S. Department of Homeland Security", "ICE": "U.S. Immigration and Customs Enforcement"}
    known |= {"CBP": "U.S. Customs and Border Protection", "GEO": "The GEO Group"}

    for letters, name in known.items():
        assert wording.offers(f"Worked for {letters}.", shipped.phrases)[0].new == (name,)
    assert wording.offers("U.S. Department of Homeland Security", shipped.phrases) == []


def test_no_two_say_nearly_the_same(shipped: Campaign) -> None:
    """Two entries may share a word; one that repeats another helps nobody and is never shown."""
    alike = [
        (one.id, other.id)
        for one, other in combinations(shipped.phrases, 2)
        if fuzz.ratio(one.why["en"], other.why["en"]) > 80
        or fuzz.ratio(one.why["es"], other.why["es"]) > 80
        or fuzz.token_sort_ratio(words_of(one), words_of(other)) > 88
        or fuzz.token_sort_ratio(" ".join(one.civilian), " ".join(other.civilian)) > 92
    ]

    assert alike == []


def words_of(phrase: Phrase) -> str:
    """The insiders' words; of a job series, whose figures are all that tells it from another, the reason."""
    return " ".join(words for words in phrase.insider if not re.search(r"\d{3}", words)) or phrase.why["en"]


def test_alternatives_of_one_phrase_differ(shipped: Campaign) -> None:
    assert [phrase.id for phrase in shipped.phrases if len(set(phrase.civilian)) < len(phrase.civilian)] == []


def test_every_why_is_one_line_in_both_languages(shipped: Campaign) -> None:
    whys = [phrase.why for phrase in shipped.phrases]

    assert {tuple(why) for why in whys} == {("en", "es")}
    assert [why for why in whys if why["en"] == why["es"] or "\n" in why["en"] + why["es"]] == []
    assert max(len(text) for why in whys for text in why.values()) <= 200


def test_each_speaks_to_an_occupation_that_is_named(shipped: Campaign) -> None:
    used = Counter(code for phrase in shipped.phrases for code in phrase.occupations)

    assert set(used) == set(shipped.occupations)
    assert all(phrase.occupations for phrase in shipped.phrases)
    assert LEFT_BEHIND.isdisjoint(used)
    assert shipped.occupation("27-3091.00", "en") == "Interpreters and Translators"
    assert shipped.occupation("27-3091.00", "es") == "Intérpretes y traductores"
    assert shipped.occupation("99-9999.00", "es") == "99-9999.00"


def test_a_second_language_is_an_asset(shipped: Campaign) -> None:
    for said in ("Spanish-speaking officer", "fluent Spanish", "FLAP", "Interviewed detainees in Spanish"):
        codes = {code for offer in wording.offers(said, shipped.phrases) for code in offer.occupations}
        assert "27-3091.00" in codes


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("Apprehended subjects", "Detained subjects"),
        ("They were apprehended", "They were detained"),
        ("Coordinated transport of detainees.", "Coordinated transport of people in custody."),
        ("Audited A-files", "Reviewed immigration case files"),
        ("Reviewed an A-file", "Reviewed an immigration case file"),
        ("Entered cases in EARM", "Entered cases in a federal case management system"),
        ("Trained as an LEO", "Trained as a law enforcement officer"),
        ("Followed post orders", "Followed standard operating procedures"),
        ("Wrote use-of-force reports", "Wrote written reports on the use of force"),
        ("Deportation Officer", "Deportation Officer (immigration case management and enforcement)"),
        ("Deported two men", "Carried out the deportation of two men"),
        ("GS-1801-12", "General inspection, investigation and compliance work"),
    ],
)
def test_lines_as_people_write_them(shipped: Campaign, said: str, plain: str) -> None:
    assert wording.offers(said, shipped.phrases)[0].accept(said, 0) == plain


def test_civilian_lines_are_left_alone(shipped: Campaign) -> None:
    for text in (
        "Sold ice cream and led tours.",
        "Leo fixed the amo pump.",
        "Managed a clinic's front desk.",
        "Hablo español.",
    ):
        assert wording.offers(text, shipped.phrases) == []


def test_verbs_offered_have_one_past(shipped: Campaign) -> None:
    verbs = [phrase for phrase in shipped.phrases if phrase.part is Part.VERB]

    assert len(verbs) >= 12
    for phrase in verbs:
        for words in phrase.civilian:
            assert inflected(words, Part.VERB, "past") != inflected(words, Part.VERB, "base")
