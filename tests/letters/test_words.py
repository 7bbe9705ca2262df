"""What is written becomes words to read and nothing else, quickly, whatever somebody types."""

import re
import time

import pytest

from offramp.campaigns import markdown
from offramp.letters.models import Text
from offramp.letters.models.text import folded
from offramp.letters.written import LONGEST_BODY
from tests.letters.letters import a_public_letter, say
from tests.letters.test_publishing import LATER

HOSTILE = {
    "quotes a thousand deep": ">" * 1000 + " deep",
    "open brackets": "[" * LONGEST_BODY,
    "links in links": "[a](" * (LONGEST_BODY // 4),
    "emphasis never closed": "*a **b " * (LONGEST_BODY // 7),
    "a table of pipes": ("|a" * 4000 + "\n" + "|-" * 4000)[:LONGEST_BODY],
    "lists in lists": "\n".join(" " * 2 * depth + "- a" for depth in range(120)),
    "ticks": "`" * LONGEST_BODY,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_whatever_is_typed_is_rendered_at_once(text: str) -> None:
    began = time.process_time()

    markdown.halves(text, words=60)
    markdown.plain(text)

    assert time.process_time() - began < 3


@pytest.mark.parametrize(
    "typed",
    [
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt&colon;alert(1))",
        "[x](vbscript:x)",
        "![x](data:image/png;base64,AAAA)",
        "![x](https://elsewhere.example/pixel.png)",
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        '<a href="javascript:alert(1)">x</a>',
        "[x]: javascript:alert(1)\n\n[x]",
        "<javascript:alert(1)>",
    ],
)
def test_nothing_that_runs_or_reaches_out_is_left(typed: str) -> None:
    tags = re.findall(r"<[^>]*>", markdown.html(typed))

    assert [tag for tag in tags if not re.fullmatch(r"</?p>|</a>|<a rel=\"noreferrer noopener\">", tag)] == []


def test_an_excerpt_ends_with_a_paragraph_and_the_letter_goes_on_there() -> None:
    text = "# T\n\n" + "\n\n".join(f"Paragraph {number} " + "word " * 20 for number in range(6))

    opening, rest = markdown.halves(text, words=60)

    assert opening.count("<p>") == 3
    assert rest.count("<p>") == 3
    assert opening + rest == markdown.html(text)


def test_a_short_letter_has_no_rest() -> None:
    assert markdown.halves("Only *this*.", words=60) == ("<p>Only <em>this</em>.</p>\n", "")


def test_what_a_link_refers_to_is_found_from_either_half() -> None:
    text = "\n\n".join(["word " * 70, "See [there].", "[there]: https://example.org/x"])

    assert 'href="https://example.org/x"' in markdown.halves(text, words=60)[1]


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["adonde", "ADÓNDE", "Adónde nino", "niño  adonde", "placa"])
def test_a_search_minds_neither_accents_nor_capitals(typed: str) -> None:
    say(a_public_letter(), "es", title="¿Adónde va la placa?", body="Un **niño** pregunta.")

    assert [
        text.language for text in Text.objects.for_readers(at=LATER.replace(year=2030)).saying(typed)
    ] == ["es"]


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["100%", "a_b", "\\", "' OR 1=1 --", "niño perro"])
def test_a_search_takes_every_sign_as_it_is(typed: str) -> None:
    say(a_public_letter(), "es", body="Un niño y 100 cosas, ab.")

    assert list(Text.objects.for_readers(at=LATER.replace(year=2030)).saying(typed)) == []


def test_folding_leaves_other_scripts_alone() -> None:
    assert folded("Straße ÁÉÍ 中文 Привет") == "strasse aei 中文 привет"
