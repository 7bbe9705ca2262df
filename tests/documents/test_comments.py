"""Words about a place, by either: put, answered, resolved and opened again."""

import pytest

from offramp.documents import comments, sharing
from offramp.documents.comments import OtherKeys, Remark
from offramp.documents.epochs import NotYours
from offramp.documents.kinds.kind import TooLong
from offramp.documents.models import Comment, Document
from offramp.documents.places import NoSuchPlace
from offramp.pairing.models import Pairing
from tests.cast import TODAY, Person, a_seeker
from tests.documents.papers import share, shared_note, write

P1 = "paragraphs/p1"


@pytest.fixture
def document(ada: Person, pairing: Pairing) -> Document:
    return shared_note(ada, pairing, "I arrested people.")


def put(person: Person, document: Document, text: str, path: str = P1) -> Comment:
    return comments.put(by=person.keyholder, document=document, path=path, text=text, on=TODAY)


def answer(person: Person, comment: Comment, text: str) -> Comment:
    return comments.answer(by=person.keyholder, comment=comment, text=text, on=TODAY)


def read(person: Person, document: Document) -> list[Remark]:
    return comments.read(by=person.keyholder, document=document)


def test_a_comment_stands_at_its_place_with_what_stood_there(
    ada: Person, bo: Person, document: Document
) -> None:
    put(bo, document, "How many?")
    write(ada, document, "Something else.")

    (remark,) = read(ada, document)
    assert (remark.path, remark.quote, remark.text) == (P1, "I arrested people.", "How many?")
    assert (remark.author, remark.is_by_owner, remark.day) == ("Bo", False, TODAY)


def test_the_seeker_answers_and_both_read_it(ada: Person, bo: Person, document: Document) -> None:
    comment = put(bo, document, "How many?")
    answer(ada, comment, "About 40 a year.")

    for person in (ada, bo):
        (remark,) = read(person, document)
        assert [(one.text, one.author, one.is_by_owner) for one in remark.answers] == [
            ("About 40 a year.", "", True)
        ]


def test_a_comment_may_be_about_all_of_it_or_by_the_seeker(
    ada: Person, bo: Person, document: Document
) -> None:
    put(ada, document, "Is it too long?", path="")

    (remark,) = read(bo, document)
    assert (remark.path, remark.quote, remark.is_by_owner) == ("", "", True)


def test_a_double_click_says_it_once(ada: Person, bo: Person, document: Document) -> None:
    for _ in range(2):
        comment = put(bo, document, "How many?")
    for _ in range(2):
        answer(ada, comment, "40.")

    assert Comment.objects.count() == 2


def test_either_resolves_and_opens_again_and_an_answer_opens_too(
    ada: Person, bo: Person, document: Document
) -> None:
    comment = put(bo, document, "How many?")
    comments.resolve(by=ada.keyholder, comment=comment)
    assert read(bo, document)[0].is_resolved

    comments.reopen(by=bo.keyholder, comment=comment)
    assert not read(ada, document)[0].is_resolved

    comments.resolve(by=bo.keyholder, comment=comment)
    answer(ada, comment, "Wait.")
    assert not read(ada, document)[0].is_resolved


def test_an_answer_to_an_answer_stands_under_the_same_comment(
    ada: Person, bo: Person, document: Document
) -> None:
    comment = put(bo, document, "How many?")
    answer(bo, answer(ada, comment, "40."), "Good.")

    (remark,) = read(ada, document)
    assert [one.text for one in remark.answers] == ["40.", "Good."]


def test_what_nobody_could_read_or_place_is_refused(bo: Person, document: Document) -> None:
    with pytest.raises(NoSuchPlace):
        put(bo, document, "Hm.", path="paragraphs/p9")
    with pytest.raises(TooLong):
        put(bo, document, "x" * 4_001)
    assert not Comment.objects.exists()


def test_a_stranger_neither_reads_nor_speaks(ada: Person, bo: Person, cy: Person, document: Document) -> None:
    comment = put(bo, document, "How many?")

    for person in (cy, a_seeker("Another.")):
        assert read(person, document) == []
        assert list(Comment.objects.for_member(person.member)) == []
        with pytest.raises(NotYours):
            put(person, document, "Hm.")
        with pytest.raises(NotYours):
            answer(person, comment, "Hm.")
        with pytest.raises(NotYours):
            comments.resolve(by=person.keyholder, comment=comment)
        with pytest.raises(NotYours):
            comments.reopen(by=person.keyholder, comment=comment)
    assert Comment.objects.filter(is_resolved=False).count() == 1


def test_what_was_said_under_an_earlier_share_is_the_seekers_alone(
    ada: Person, bo: Person, pairing: Pairing, document: Document
) -> None:
    comment = put(bo, document, "How many?")
    sharing.unshare(by=ada.keyholder, document=document)
    share(ada, document, pairing)

    assert read(bo, document) == []
    (remark,) = read(ada, document)
    assert not remark.may_be_answered
    with pytest.raises(OtherKeys):
        answer(ada, comment, "40.")
    with pytest.raises(NotYours):
        comments.resolve(by=bo.keyholder, comment=comment)
    comments.resolve(by=ada.keyholder, comment=comment)
    assert read(ada, document)[0].is_resolved


@pytest.mark.parametrize("path", ["paragraphs", "paragraphs/p1/text", "paragraphs/p1/id", "nowhere"])
def test_what_no_page_could_name_takes_no_comment(bo: Person, document: Document, path: str) -> None:
    with pytest.raises(NoSuchPlace):
        put(bo, document, "Stuck for ever.", path)

    assert not Comment.objects.exists()
