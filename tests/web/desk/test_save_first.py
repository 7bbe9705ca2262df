"""Whatever leads away from a form saves it first: without JavaScript no question is asked on the way."""

import re

import pytest
from django.test import Client

from tests.cast import Person
from tests.documents.papers import read
from tests.web.desk.brought import a_letter
from tests.web.desk.resume.papers import a_resume
from tests.web.desk.resume.test_editor import typed
from tests.web.signing_in import seeker_visit, send, words

pytestmark = pytest.mark.django_db

BUTTON = re.compile(r'formaction="([^"]+)"')


@pytest.fixture
def visit(ada: Person) -> Client:
    return seeker_visit(ada)


def test_every_doing_of_a_letter_saves_it_and_goes_there(ada: Person, visit: Client) -> None:
    letter = a_letter(ada, why="I want to build.")
    desk = f"/place/desk/{letter.pk}/"
    form = {
        f"field-{name}": "" for name in ("to", "greeting", "bring", "story", "hard", "closing", "posting")
    }
    ends = {}

    for at in BUTTON.findall(words(visit.get(desk))):
        form |= {"field-why": f"Typed long, then {at[-8:]}"}
        newest = at.replace("/letter/1/", f"/letter/{read(ada, letter).number}/")
        ends[at.removeprefix(f"{desk}letter/1/")] = send(visit, newest, form, form_at=desk)["Location"]
        assert read(ada, letter).content["why"] == form["field-why"]

    assert ends == {
        "pages/": f"{desk}preview/?told=saved",
        "words/": f"{desk}wording/?told=saved",
        "care/": f"{desk}care/?told=saved",
        "file/": f"{desk}export/?told=saved",
        "look/": f"{desk}resume/5/choices/?told=saved",
    }
    assert visit.get(ends["look/"])["Location"] == f"{desk}resume/6/choices/"
    for gone in ("wording", "care", "export"):
        assert f'href="{desk}{gone}/"' not in words(visit.get(desk))


def test_every_doing_of_a_job_saves_it_and_goes_there(ada: Person, visit: Client) -> None:
    resume = a_resume(ada)
    form_at = f"/place/desk/{resume.pk}/resume/1/work/w1/"
    buttons = BUTTON.findall(words(visit.get(form_at)))

    assert buttons == [f"{form_at}then/bullets/", f"{form_at}then/words/"]
    for at, end in zip(buttons, ("resume/work/w1/bullets/", "wording/work/w1/"), strict=True):
        newest = at.replace("/resume/1/", f"/resume/{read(ada, resume).number}/")
        answer = send(visit, newest, typed(position=f"Head of {end}"), form_at="/place/desk/new/")
        assert answer["Location"].startswith(f"/place/desk/{resume.pk}/{end}?told=")
        assert visit.get(answer["Location"]).status_code == 200
    assert read(ada, resume).content["work"][0]["position"] == "Head of wording/work/w1/"


def test_what_cannot_be_saved_goes_nowhere(ada: Person, visit: Client) -> None:
    resume = a_resume(ada)
    at = f"/place/desk/{resume.pk}/resume/1/work/w1/then/words/"

    answer = send(visit, at, typed(startDate="31 February"), form_at="/place/desk/new/")

    assert answer.status_code == 400
    assert 'value="31 February"' in words(answer)


@pytest.mark.parametrize("at", ["letter/1/nowhere/", "resume/1/work/w1/then/nowhere/"])
def test_there_is_no_other_way(ada: Person, visit: Client, at: str) -> None:
    paper = a_letter(ada) if at.startswith("letter") else a_resume(ada)

    assert visit.get(f"/place/desk/{paper.pk}/{at}").status_code == 404
    assert send(visit, f"/place/desk/{paper.pk}/{at}", {}, form_at="/place/desk/new/").status_code == 404
