"""What is kept sealed of a paper's owner is said as it is, and never goes along unseen."""

import pytest

from offramp.documents import private
from tests.cast import Person
from tests.web.desk.brought import a_letter, a_resume
from tests.web.desk.test_export import export, typed
from tests.web.signing_in import seeker_visit, send, words

pytestmark = pytest.mark.django_db


def test_under_another_name_the_page_says_what_stays_kept_and_what_tells_who_it_is(ada: Person) -> None:
    resume, visit = a_resume(ada, "Planned."), seeker_visit(ada)
    send(visit, export(resume), typed(keep="on"))

    page = words(send(visit, export(resume), typed(name="A. Byron", email="")))

    assert "and nowhere else" not in page
    assert "Your name and the rest are kept sealed" not in page
    assert "What you kept sealed on your desk before stays there as it was." in page
    assert "You kept this under another name, and it stands in the file all the same:" in page
    assert "<bdi>520 555 0142</bdi> · <bdi>Tucson</bdi>. " in page
    assert private.read(by=ada.keyholder).contact["name"] == "Ada Lovelace"


def test_under_the_same_name_nothing_is_warned_of(ada: Person) -> None:
    resume, visit = a_resume(ada, "Planned."), seeker_visit(ada)
    send(visit, export(resume), typed(keep="on"))

    page = words(send(visit, export(resume), typed(phone="")))

    assert "You kept this under another name" not in page
    assert "What you kept sealed on your desk before stays there as it was." in page


def test_another_name_that_is_kept_takes_the_place_of_the_one_before_and_says_so(ada: Person) -> None:
    resume, visit = a_resume(ada, "Planned."), seeker_visit(ada)
    send(visit, export(resume), typed(keep="on"))

    page = words(send(visit, export(resume), typed(name="A. Byron", keep="on")))

    assert "They stand there in place of what you kept before." in page
    assert "You kept this under another name" in page
    assert private.read(by=ada.keyholder).contact["name"] == "A. Byron"


def test_the_box_is_ticked_while_something_is_kept_and_as_it_was_left_after_that(ada: Person) -> None:
    resume, visit = a_resume(ada, "Planned."), seeker_visit(ada)
    assert '"field-keep"> ' in words(visit.get(export(resume)))

    send(visit, export(resume), typed(keep="on"))

    assert '"field-keep" checked> ' in words(visit.get(export(resume)))
    assert '"field-keep"> ' in words(send(visit, f"{export(resume)}again/", typed(), form_at=export(resume)))


def test_the_resume_says_that_they_are_kept_only_while_they_are(ada: Person) -> None:
    resume, visit = a_resume(ada, "Planned."), seeker_visit(ada)
    assert "They are not kept here." in words(visit.get(f"/place/desk/{resume.pk}/"))

    send(visit, export(resume), typed(keep="on"))

    page = words(visit.get(f"/place/desk/{resume.pk}/"))
    assert "They are not kept here." not in page
    assert "They are kept sealed for you, and not in this text." in page


@pytest.mark.parametrize("kind", ["resume", "letter"])
def test_of_an_empty_paper_no_file_is_made(ada: Person, kind: str) -> None:
    paper = a_letter(ada) if kind == "letter" else a_resume(ada)
    if kind == "resume":
        visit = seeker_visit(ada)
        send(visit, f"/place/desk/{paper.pk}/resume/1/removal/work/j1/", form_at="/place/desk/new/")
    visit = seeker_visit(ada)

    pages = [visit.get(export(paper)), send(visit, export(paper), typed(), form_at="/place/desk/new/")]

    assert [page.status_code for page in pages] == [200, 400]
    for page in pages:
        assert "Nothing stands in it yet, so a file of it would hold your name alone." in words(page)
        assert f'href="/place/desk/{paper.pk}/' in words(page)
        assert "Make the file" not in words(page)
    assert "Look at the pages" not in words(visit.get(f"/place/desk/{paper.pk}/"))
