"""What we say to people in our own campaign: whole in both languages, and nothing that is not true."""

import re
from collections.abc import Iterator

import pytest

from offramp.campaigns import choices, pages
from offramp.campaigns.campaign import Campaign
from tests.campaigns.conftest import SHIPPED

LOCK = (
    "We lock what you write as soon as it reaches us. Until you are paired, the organizers who look for your "
    "adviser can open your card and first message. After that only you and your adviser hold keys to the "
    "conversation. While one of you is signed in, our server handles the text in the open for a moment; "
    "whoever controlled it at that moment could read it."
)
BANNED = re.compile(
    r"anonym|anónim|anonimato|end-to-end|extremo a extremo|military.grade|unbreakable|100 ?%", re.IGNORECASE
)
NEGATED = re.compile(r"(can't|cannot|no podemos) (guarantee|garantizar)", re.IGNORECASE)
# What a file keeps for machines, and for both languages alike.
NOT_SAID = re.compile(r"^(id|call|text_to|source|checked|contact|neutral_name) = ")


def said() -> Iterator[tuple[str, str]]:
    """Every line that somebody may read, with the file it stands in."""
    for path in sorted(SHIPPED.rglob("*.*")):
        for line in path.read_text().splitlines():
            if path.name != "README.md" and not NOT_SAID.match(line):
                yield path.name, line


def test_we_never_say_more_than_is_true() -> None:
    assert [(file, line) for file, line in said() if BANNED.search(line)] == []


def test_a_guarantee_is_only_ever_denied() -> None:
    promised = [line for _, line in said() if re.search(r"guarant|garanti", line, re.IGNORECASE)]

    assert promised
    assert [line for line in promised if not NEGATED.search(line)] == []


def test_no_crisis_line_is_called_confidential(shipped: Campaign) -> None:
    for language in shipped.languages:
        words = " ".join(f"{one.who} {one.how}" for one in shipped.crisis_lines(language))
        words += shipped.page("crisis", language).html + shipped.page("crisis-line", language).html
        assert re.search(r"confidential|confidencial|private|privad|secre", words, re.IGNORECASE) is None


def test_the_lock_is_described_word_for_word(shipped: Campaign) -> None:
    assert shipped.text("lock", "en") == LOCK
    for page in ("privacy", "confidence-intro"):
        assert LOCK in shipped.page(page, "en").html
        assert shipped.text("lock", "es") in shipped.page(page, "es").html


def test_spanish_is_not_english_left_over(shipped: Campaign) -> None:
    same = [name for name in shipped.wordings if shipped.text(name, "en") == shipped.text(name, "es")]
    same += [name for name in pages.NAMES if shipped.page(name, "en").html == shipped.page(name, "es").html]

    assert shipped.languages == ("en", "es")
    assert same == []


def test_spanish_says_usted() -> None:
    tu = re.compile(r"\b(tú|tu|tus|contigo|puedes|quieres|tienes|eres|estás|escribe y)\b", re.IGNORECASE)
    spanish = [line for _, line in said() if line.startswith("es = ") or ".es = " in line]
    spanish += [line for path in (SHIPPED / "pages/es").iterdir() for line in path.read_text().splitlines()]

    assert [line for line in spanish if tu.search(line)] == []


def test_both_languages_give_the_same_numbers_to_call(shipped: Campaign) -> None:
    for name in pages.NAMES:
        links = [
            re.findall(r'href="([^"]+)"', shipped.page(name, language).html) for language in ("en", "es")
        ]
        assert links[0] == links[1]


@pytest.mark.parametrize("language", ["en", "es"])
def test_labels_of_one_question_differ_from_each_other(shipped: Campaign, language: str) -> None:
    for kind in choices.KINDS:
        labels = [choice.label for choice in shipped.choices(kind, language)]
        assert sorted(labels) == sorted(set(labels))


def test_the_lines_we_promised_are_there(shipped: Campaign) -> None:
    ways = {line.id: (line.call, line.text_to) for line in shipped.crisis_lines("en")}

    assert ways == {
        "988": ("988", "988"),
        "copline": ("1-800-267-5463", ""),
        "crisis-text-line": ("", "741741"),
        "veterans-crisis-line": ("988", "838255"),
    }


def test_988_says_that_responders_may_come(shipped: Campaign) -> None:
    said_of_988 = [shipped.crisis_lines(language)[0].who for language in shipped.languages]

    assert "may send responders when someone is in imminent danger" in said_of_988[0]
    assert "Pueden enviar ayuda de emergencia si alguien corre un peligro inminente" in said_of_988[1]


def test_whoever_needs_help_can_be_met_by_some_skill(shipped: Campaign) -> None:
    met = {name for skill in shipped.choices("skill", "en") for name in shipped.met_by(skill.id)}

    assert met == {one.id for one in shipped.choices("help", "en")}


def test_every_fact_serves_a_red_line_or_a_wish(shipped: Campaign) -> None:
    """An adviser is not asked what nobody's choice depends on."""
    used = {name for line in shipped.choices("red-line", "en") for name in shipped.excluded_by(line.id)}
    used |= {name for wish in shipped.choices("wish", "en") for name in shipped.wished_by(wish.id)}

    assert used == {fact.id for fact in shipped.choices("fact", "en")}


def test_the_neutral_name_gives_nothing_away(shipped: Campaign) -> None:
    telling = re.compile(r"road|camino|leav|exit|help|job|work|ice|cbp|border|patrol", re.IGNORECASE)

    assert telling.search(shipped.neutral_name) is None
    assert telling.search(shipped.text("card_line", "en")) is None


def test_nicknames_are_many_and_fit_on_a_card(shipped: Campaign) -> None:
    for language in shipped.languages:
        words = shipped.nicknames.said_in(language)
        assert len(words.first) * len(words.second) >= 40 * 40
        assert max(map(len, words.first)) + max(map(len, words.second)) < 40
