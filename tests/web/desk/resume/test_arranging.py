"""Entries, bullets and sections change places, are hidden, shown and taken out; and the pages follow."""

import json

import pytest
from django.test import Client

from offramp.documents.models import Document, Version
from offramp.paper import contents
from tests.cast import Person
from tests.documents.papers import read
from tests.web.desk.resume.papers import a_resume, bullets, content_of, jobs
from tests.web.desk.resume.test_editor import at, typed
from tests.web.signing_in import Answer, seeker_visit, send, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def visit(ada: Person) -> Client:
    return seeker_visit(ada)


@pytest.fixture
def resume(ada: Person) -> Document:
    return a_resume(ada)


def push(visit: Client, resume: Document, act: str, place: str, *, base: int = 1) -> Answer:
    return send(visit, at(resume, f"{act}/{place}", base=base), form_at="/place/desk/new/")


def test_a_job_goes_down_once_however_often_it_is_clicked(
    ada: Person, visit: Client, resume: Document
) -> None:
    for _ in range(2):
        answer = push(visit, resume, "down", "work/w1")

    assert answer["Location"] == f"/place/desk/{resume.pk}/resume/work/?told=saved"
    assert jobs(ada, resume) == ["Clerk", "Shift lead"]
    assert Version.objects.count() == 2


def test_the_first_cannot_go_up(ada: Person, visit: Client, resume: Document) -> None:
    push(visit, resume, "up", "work/w1")

    assert jobs(ada, resume) == ["Shift lead", "Clerk"]


def test_a_bullet_goes_up_and_is_taken_out_and_brought_back(
    ada: Person, visit: Client, resume: Document
) -> None:
    push(visit, resume, "up", "work/w1/highlights/b2")
    push(visit, resume, "removal", "work/w1/highlights/b1", base=2)
    assert bullets(ada, resume) == [("b2", "Wrote reports.")]

    path = f"/place/desk/{resume.pk}/versions/2/"
    send(visit, f"{path}restoration/", form_at=path)

    assert [item_id for item_id, _text in bullets(ada, resume)] == ["b2", "b1"]


def test_what_is_hidden_is_told_and_not_on_the_pages(ada: Person, visit: Client, resume: Document) -> None:
    push(visit, resume, "hiding", "work/w2")
    push(visit, resume, "hiding", "sections/work", base=2)

    history = words(visit.get(f"/place/desk/{resume.pk}/versions/"))
    assert "You hid “Clerk, Harbor”." in history
    assert "is hidden now." in words(visit.get(f"/place/desk/{resume.pk}/versions/1/"))
    push(visit, resume, "showing", "sections/work", base=3)
    assert content_of(ada, resume)["sections"][0] == {"id": "work", "hidden": False}


def test_sections_change_places_and_stay_all(ada: Person, visit: Client, resume: Document) -> None:
    push(visit, resume, "up", "sections/education")

    assert [one["id"] for one in content_of(ada, resume)["sections"]][:2] == ["education", "work"]
    assert push(visit, resume, "removal", "sections/work", base=2).status_code == 404


@pytest.mark.parametrize("place", ["work/nobody", "basics/label", "work", "title", "a/b/c"])
def test_what_is_not_there_cannot_be_moved(visit: Client, resume: Document, place: str) -> None:
    assert push(visit, resume, "up", place).status_code == 404


def test_evidence_and_tags_stay_with_their_bullet(ada: Person, visit: Client, resume: Document) -> None:
    path = at(resume, "bullets/work/w1/highlights/b1")
    form = {"field-text": "Led 12.", "field-evidence": "The roster.", "field-tags": "Office, nights , office"}

    answer = send(visit, path, form)

    assert answer["Location"] == f"/place/desk/{resume.pk}/resume/work/w1/bullets/?told=saved"
    assert content_of(ada, resume)["work"][0]["highlights"][0] == {
        "id": "b1",
        "text": "Led 12.",
        "evidence": "The roster.",
        "hidden": False,
        "tags": ["office", "nights"],
    }


def test_a_form_that_was_not_saved_is_drawn_and_stored_nowhere(
    ada: Person, visit: Client, resume: Document
) -> None:
    form = typed(position="Head of nights", startDate="31 February")

    answer = send(visit, at(resume, "work/w1/draft"), form, form_at="/place/desk/new/")

    pages = json.loads(words(answer))["pages"]
    assert [page.startswith("<svg") for page in pages] == [True]
    assert read(ada, resume).number == 1
    policy = visit.get(at(resume, "work/w1"))["Content-Security-Policy"]
    assert "img-src 'self' blob:" in policy
    assert "connect-src 'self'" in policy


def test_characters_that_no_font_has_are_named_and_the_text_stays(ada: Person, visit: Client) -> None:
    resume = a_resume(ada, basics=content_of(ada, a_resume(ada))["basics"] | {"label": "مترجمة"})

    page = words(visit.get(f"/place/desk/{resume.pk}/"))

    assert "Some characters cannot be printed." in page
    assert "<strong>مترجمة</strong>" in page
    assert visit.get(f"/place/desk/{resume.pk}/preview/pages/1/").status_code == 404


def test_the_name_is_a_placeholder_in_the_language_of_the_paper(visit: Client, resume: Document) -> None:
    plain = visit.get(f"/place/desk/{resume.pk}/preview/pages/1/").content
    other = visit.get(f"/place/desk/{resume.pk}/preview/pages/1/?design=modern&paper=a4").content

    assert b'viewBox="0 0 612 792"' in plain
    assert b'viewBox="0 0 612 792"' not in other
    assert visit.get(f"/place/desk/{resume.pk}/preview/pages/1/?design=nope").content == plain


@pytest.mark.parametrize(
    ("page", "sentence"),
    [
        ("", "Lo que buscará quien lo lea"),
        ("resume/work/", "Otro puesto aquí"),
        ("resume/1/work/w1/", "Puesto</label>"),
        ("resume/work/w1/bullets/", "Palabras, prueba y etiquetas"),
        ("resume/order/", "El orden de las secciones"),
        ("resume/1/choices/", "Empresas, ciudades, condados"),
        ("preview/", "Diseño y papel"),
        ("copies/", "Hacer la copia"),
        ("offers/", "Nada espera."),
    ],
)
def test_every_page_speaks_spanish(visit: Client, resume: Document, page: str, sentence: str) -> None:
    assert sentence in words(visit.get(f"/es/place/desk/{resume.pk}/{page}"))


def test_only_sections_with_something_in_them_are_ordered_past_the_others(ada: Person, visit: Client) -> None:
    skills = contents.blank_entry("skills", "s1") | {"name": "Languages"}
    resume = a_resume(ada, skills=[skills])
    before = [one["id"] for one in content_of(ada, resume)["sections"]]
    assert before.index("skills") - before.index("work") > 1

    page = words(visit.get(f"/place/desk/{resume.pk}/resume/order/"))
    assert page.count('<li class="sheet">') == 2
    assert page.count(">Move up<") == page.count(">Move down<") == 1

    push(visit, resume, "up", "sections/skills")
    after = [one["id"] for one in content_of(ada, resume)["sections"]]
    assert after.index("skills") < after.index("work")
    push(visit, resume, "down", "sections/skills", base=2)
    again = [one["id"] for one in content_of(ada, resume)["sections"]]
    assert again.index("skills") > again.index("work")
