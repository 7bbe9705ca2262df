"""Every page speaks a language that is nothing but files, and not a word of English."""

import re

import pytest

from tests.languages import pages
from tests.languages.leftovers import leftovers
from tests.languages.pseudo import ACCENTED
from tests.web.scene import Scene
from tests.web.visitors import from_our_page, visitor

# Not ours to translate: the neutral name, people's own words, formats, what languages call themselves.
ALLOWED = re.compile(
    r"\b(Larkfield|Ada|Gus|Bo|Cy|Di|Ed|Fay|Kim|Lou|PDF|JSON Resume|Word|docx|notes\.html|English|Español|"
    r"file\.txt|A secret name\.txt|A letter|a-letter|A bullet\.|Cargo Systems Inc\.|Dispatcher|Mine|Plan|"
    r"I read it twice\.|[a-z]…@example\.org|[ajkrsux])(?!\w)"  # the last ones are keys to press
)


@pytest.mark.django_db
@pytest.mark.usefixtures("spoken")
def test_no_page_speaks_english(scene: Scene) -> None:
    found = {
        path: left
        for path, page in pages.all_of(scene, ACCENTED.code)
        if (left := leftovers(page, language=ACCENTED.code, allowed=ALLOWED))
    }

    assert found == {}


@pytest.mark.django_db
@pytest.mark.usefixtures("spoken")
def test_no_refusal_speaks_english() -> None:
    prefix = f"/{ACCENTED.code}"
    refused = {
        404: visitor().get(f"{prefix}/nothing/"),
        405: visitor().put(f"{prefix}/leave/"),
        409: from_our_page().post(f"{prefix}/return/", {"code": "a"}),
        413: from_our_page().post(f"{prefix}/help/", {"text": "a" * 300_000}),
    }

    for status, answer in refused.items():
        assert answer.status_code == status
        assert leftovers(answer.content.decode(), language=ACCENTED.code, allowed=ALLOWED) == set()


def test_a_forgotten_word_is_found_wherever_it_stands() -> None:
    page = f"""<html lang="{ACCENTED.code}"><title>One</title><p title="Two">⟦ŧ⟧ <b>Three</b> Larkfield
    <input aria-label="Four"><textarea>mine</textarea><a lang="es">Español</a><p dir="auto">mine</p>"""

    assert leftovers(page, language=ACCENTED.code, allowed=ALLOWED) == {"One", "Two", "Three", "Four"}
