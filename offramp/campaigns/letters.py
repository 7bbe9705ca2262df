"""letters.toml: the questions a cover letter answers, and honest ways to speak about leaving."""

from collections.abc import Iterator
from dataclasses import dataclass

from offramp.campaigns.table import Table
from offramp.campaigns.wording import Languages, Wording

# The parts of a letter that are written from an outline, in their order.
QUESTIONS = ("why", "bring", "story", "hard")


@dataclass(frozen=True)
class Question:
    """What to ask oneself, and a hint, in the reader's language."""

    id: str
    ask: str
    hint: str


@dataclass(frozen=True)
class Leaving:
    """Sentences to start from, when they fit and when they do not."""

    id: str
    title: str
    text: str
    fits: str
    fits_not: str


@dataclass(frozen=True)
class LetterGuide:
    questions: tuple[Question, ...]
    leavings: tuple[Leaving, ...]


def read_letters(whole: Table, languages: Languages) -> Wording[LetterGuide]:
    """The guide in each language. Raises CampaignBroken."""
    whole.only("question", "leaving")
    guides = {code: _guide(whole, languages, code) for code in languages.codes}
    return Wording(guides)


def _guide(whole: Table, languages: Languages, code: str) -> LetterGuide:
    questions = tuple(_questions(whole, languages, code))
    asked = [question.id for question in questions]
    if missing := [name for name in QUESTIONS if name not in asked]:
        raise whole.broken("question", f"a [[question]] for “{missing[0]}”", "none")
    in_order = sorted(questions, key=lambda question: QUESTIONS.index(question.id))
    return LetterGuide(tuple(in_order), tuple(_leavings(whole, languages, code)))


def _questions(whole: Table, languages: Languages, code: str) -> Iterator[Question]:
    taken: set[str] = set()
    for table in whole.each("question"):
        name = table.only("id", "ask", "hint").id_among(QUESTIONS, taken)
        taken.add(name)
        yield Question(name, *(table.said(key, languages).said_in(code) for key in ("ask", "hint")))


def _leavings(whole: Table, languages: Languages, code: str) -> Iterator[Leaving]:
    taken: set[str] = set()
    for table in whole.each("leaving"):
        taken.add(name := table.only("id", "title", "text", "fits", "fits_not").id(taken))
        said = {
            key: table.said(key, languages).said_in(code) for key in ("title", "text", "fits", "fits_not")
        }
        yield Leaving(name, **said)
