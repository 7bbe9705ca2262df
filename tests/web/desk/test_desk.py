"""The desk says what waits first, one next step, and who can open each document."""

import pytest

from offramp.documents import comments, editing, private, sharing
from offramp.documents.models import Document
from offramp.documents.proposals import Change
from offramp.pairing.models import Pairing
from tests.cast import TODAY, Person
from tests.documents.papers import a_note, propose, read, shared_note
from tests.web.desk.resume.papers import a_resume
from tests.web.signing_in import seeker_visit, send, words

pytestmark = pytest.mark.django_db


def desk(seeker: Person) -> str:
    return words(seeker_visit(seeker).get("/place/desk/"))


def step(page: str) -> str:
    return page.partition('<p class="lead">')[2].partition("</p>")[0]


def test_an_empty_desk_says_how_to_begin(ada: Person) -> None:
    page = desk(ada)

    assert step(page).startswith("Begin with your résumé, from an old one or from nothing.")
    assert '<a class="go" href="/place/desk/resumes/new/">Begin a résumé</a>' in page
    assert "This waits for you" not in page


def test_it_lists_what_is_there_and_who_can_open_it(ada: Person, pair: Pairing) -> None:
    a_note(ada, "Mine.", title="")
    shared_note(ada, pair, "Ours.")

    page = desk(ada)

    names = [part.split("</bdi>")[0] for part in page.split("<bdi>")[1:]]
    states = [part.split("</span>")[0] for part in page.split('<span class="state')[1:]]
    assert names == ["Plan", "Note"]
    assert states == [' good">Bo can open this too.', '">Only you can open this.']


def test_suggestions_stand_first(ada: Person, bo: Person, pair: Pairing) -> None:
    note = shared_note(ada, pair, "One.")
    propose(bo, note, Change("paragraphs/p1", "One.", "Two."))
    comments.put(by=bo.keyholder, document=note, path="", text="Good.", on=TODAY)

    page = desk(ada)

    assert step(page).startswith("Bo has read along and suggests something.")
    assert '<span class="state first">1 suggestion</span>' in page
    assert '<span class="state first">1 comment</span>' in page
    assert '<span class="state first">2 wait for you</span>' in words(seeker_visit(ada).get("/place/"))


def test_a_comment_that_waits_is_the_next_step(ada: Person, bo: Person, pair: Pairing) -> None:
    note = shared_note(ada, pair, "One.")
    comments.put(by=bo.keyholder, document=note, path="", text="Good.", on=TODAY)

    assert step(desk(ada)).startswith("A comment waits for you.")


def test_the_next_step_follows_how_things_stand(ada: Person, bo: Person, pair: Pairing) -> None:
    note = a_note(ada, "One.")
    assert step(desk(ada)).startswith("Bo cannot open anything here.")

    note = shared_note(ada, pair, "One.")
    assert step(desk(ada)).startswith("There is nothing you need to do.")

    sharing.review(by=bo.keyholder, document=note, number=read(bo, note).number)
    assert step(desk(ada)) == "Nothing waits for you. Bo has read everything you share."


def test_without_an_adviser_there_is_only_writing(ada: Person) -> None:
    a_note(ada, "One.")

    assert step(desk(ada)).startswith("You can go on writing.")


def test_a_resume_that_is_half_done_is_the_next_step_with_a_way_there(ada: Person) -> None:
    done = a_resume(ada)
    assert '<a class="go"' not in desk(ada)

    begun = a_resume(ada, title="For the port", work=[])
    page = desk(ada)
    assert step(page).startswith("“For the port” has no job in it yet.")
    assert f'<a class="go" href="/place/desk/{begun.pk}/resume/work/new/">Add a job</a>' in page

    editing.delete(by=ada.keyholder, document=begun)
    private.leave(by=ada.keyholder, document=done, parts=("work",), on=TODAY)
    page = desk(ada)
    assert step(page).startswith("“Office work” is not gone through yet.")
    assert f'<a class="go" href="/place/desk/{done.pk}/bringing/">Go on with it</a>' in page


def test_beginning_something_new_is_not_pressed_on_whoever_has_begun(ada: Person) -> None:
    a_note(ada, "One.")

    assert '<p class="doings"><a href="/place/desk/resumes/new/">Begin a résumé</a>' in desk(ada)


def test_a_document_goes_after_one_more_question(ada: Person) -> None:
    note, visit = a_note(ada, "One."), seeker_visit(ada)
    path = f"/place/desk/{note.pk}/removal/"
    assert "Delete it for good?" in words(visit.get(path))

    answer = send(visit, path)

    assert not Document.objects.exists()
    assert "Deleted, and nobody can open it any more." in words(visit.get(answer["Location"]))


def test_what_was_deleted_in_another_window_is_not_there_any_more(ada: Person) -> None:
    note, visit = a_note(ada, "One."), seeker_visit(ada)
    editing.delete(by=ada.keyholder, document=note)

    for page in ("", "sharing/", "removal/", "versions/1/restoration/"):
        answer = send(visit, f"/place/desk/{note.pk}/{page}", form_at="/place/desk/new/")
        assert answer.status_code in (404, 405)
