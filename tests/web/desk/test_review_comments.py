"""Comments on the seeker's page: put on a place or on all of it, answered, settled, opened again."""

import pytest
from django.test import Client

from offramp.documents import comments, sharing
from offramp.documents.models import Comment, Document
from offramp.pairing.models import Pairing
from offramp.people.models import Session
from tests.cast import TODAY, Person
from tests.documents.papers import a_note, share, shared_note
from tests.web.signing_in import TOKEN, seeker_visit, send, words


@pytest.fixture
def note(ada: Person, pair: Pairing) -> Document:
    return shared_note(ada, pair, "I kept the ledger.", "I speak Spanish.")


@pytest.fixture
def comment(bo: Person, note: Document) -> Comment:
    by = bo.keyholder
    return comments.put(by=by, document=note, path="paragraphs/p1", text="Which ledger?", on=TODAY)


@pytest.fixture
def at_desk(ada: Person) -> Client:
    return seeker_visit(ada)


def review(note: Document) -> str:
    return f"/place/desk/{note.pk}/review/"


def at(comment: Comment, page: str) -> str:
    return f"/place/desk/comments/{comment.pk}/{page}/"


def said(person: Person, note: Document) -> list[list[str]]:
    read = comments.read(by=person.keyholder, document=note)
    return [[one.text, *(answer.text for answer in one.answers)] for one in read]


def test_a_comment_stands_with_its_place_and_waits(at_desk: Client, note: Document, comment: Comment) -> None:
    page = words(at_desk.get(review(note)))

    for part in ("Paragraph 1</h3>", "I kept the ledger.</blockquote>", "Which ledger?", "waits for you"):
        assert part in page
    assert '<span class="who">Bo</span>' in page


def test_on_every_page_of_the_document_it_is_counted(
    at_desk: Client, note: Document, comment: Comment
) -> None:
    assert "Suggestions and comments (1)</a>" in words(at_desk.get(f"/place/desk/{note.pk}/"))


def test_answered_it_waits_for_the_other(
    at_desk: Client, bo: Person, note: Document, comment: Comment
) -> None:
    answer = send(at_desk, at(comment, "answers"), {"text": "That of the port."})

    assert answer["Location"] == review(note) + "?told=commented"
    assert said(bo, note) == [["Which ledger?", "That of the port."]]
    assert 'class="state first"' not in words(at_desk.get(review(note)))


def test_settled_it_steps_back_and_can_be_opened_again(
    at_desk: Client, note: Document, comment: Comment
) -> None:
    send(at_desk, at(comment, "resolution"), form_at=review(note))
    assert "1 comment is settled" in words(at_desk.get(review(note)))
    assert Comment.objects.get(pk=comment.pk).is_resolved

    send(at_desk, at(comment, "reopening"), form_at=review(note))
    assert not Comment.objects.get(pk=comment.pk).is_resolved


@pytest.mark.parametrize(("place", "where"), [("", "All of it"), ("paragraphs/p2/", "Paragraph 2")])
def test_the_seeker_asks_about_all_of_it_or_a_place(
    at_desk: Client, bo: Person, note: Document, place: str, where: str
) -> None:
    form_at = f"/place/desk/{note.pk}/comments/{place}"
    assert where in words(at_desk.get(form_at))

    send(at_desk, form_at, {"text": "Is this enough?"})

    assert said(bo, note) == [["Is this enough?"]]
    assert f"{where}</h3>" in words(at_desk.get(review(note)))


def test_a_place_that_is_none_has_no_page_and_gives_the_text_back(at_desk: Client, note: Document) -> None:
    nowhere = f"/place/desk/{note.pk}/comments/paragraphs/p9/"

    assert at_desk.get(nowhere).status_code == 404
    answer = send(at_desk, nowhere, {"text": "Is this enough?"}, form_at="/place/")
    assert (answer.status_code, "Is this enough?" in words(answer)) == (404, True)


def test_a_comment_of_an_earlier_sharing_is_read_and_not_answered(
    at_desk: Client, ada: Person, note: Document, comment: Comment
) -> None:
    token = TOKEN.findall(words(at_desk.get(at(comment, "answers"))))[0]
    sharing.unshare(by=ada.keyholder, document=note)

    fields = {"csrfmiddlewaretoken": token, "text": "That of the port."}
    answer = at_desk.post(at(comment, "answers"), fields)

    assert answer.status_code == 409
    assert "This comment is from an earlier sharing." in words(answer)
    assert "\nThat of the port.</textarea>" in words(answer)
    assert said(ada, note) == [["Which ledger?"]]


def test_beside_a_comment_of_an_earlier_sharing_stands_why_it_has_no_answer(
    at_desk: Client, ada: Person, note: Document, comment: Comment, pair: Pairing
) -> None:
    assert "before this sharing began" not in words(at_desk.get(review(note)))

    sharing.unshare(by=ada.keyholder, document=note)
    share(ada, note, pair)

    page = words(at_desk.get(review(note)))
    assert "It was written before this sharing began, so whoever reads along cannot see it" in page
    assert "Mark as settled" in page
    assert at(comment, "answers") not in page


def test_words_sent_after_the_visit_ended_stand_in_the_form_again(
    ada: Person, note: Document, comment: Comment
) -> None:
    client = seeker_visit(ada)
    for path in (at(comment, "answers"), f"/place/desk/{note.pk}/comments/paragraphs/p2/"):
        token = TOKEN.findall(words(client.get(path)))[0]
        Session.objects.all().delete()
        late = client.post(path, {"csrfmiddlewaretoken": token, "text": "My words."})
        assert (late.status_code, "My words." in words(late)) == (409, True)

        back = send(client, "/return/", {"code": str(ada.code), "text": "My words.", "path": path})
        assert "\nMy words.</textarea>" in words(client.get(back["Location"]))
    assert said(ada, note) == [["Which ledger?"]]


@pytest.mark.parametrize("text", ["", "x" * 4_001])
def test_what_cannot_be_sent_comes_back(at_desk: Client, note: Document, comment: Comment, text: str) -> None:
    for path in (at(comment, "answers"), f"/place/desk/{note.pk}/comments/"):
        answer = send(at_desk, path, {"text": text})
        assert (answer.status_code, f"\n{text}</textarea>" in words(answer)) == (400, True)


@pytest.mark.parametrize("page", ["answers", "resolution", "reopening"])
def test_another_seeker_cannot_tell_that_it_exists(gus: Person, comment: Comment, page: str) -> None:
    a_note(gus, "My own.")
    answer = send(seeker_visit(gus), at(comment, page), {"text": "x"}, form_at="/place/")

    assert answer.status_code == 404
    assert (Comment.objects.count(), Comment.objects.get().is_resolved) == (1, False)
