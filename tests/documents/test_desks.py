"""What lies on a desk and what waits for whom, in as many queries for three documents as for one."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from offramp.documents import answers, comments, desks, editing, sharing, suggestions, versions
from offramp.documents.models import Document
from offramp.documents.proposals import Change
from offramp.pairing.models import Pairing
from tests.cast import TODAY, Person, a_seeker, paired
from tests.documents.papers import a_note, share, shared_note, write

P1 = "paragraphs/p1"


def propose(bo: Person, document: Document, new: str = "1.") -> None:
    proposal = Change(P1, "One.", new)
    suggestions.propose(by=bo.keyholder, document=document, proposal=proposal, reason="", on=TODAY)


def comment(person: Person, document: Document, text: str = "Hm.") -> None:
    comments.put(by=person.keyholder, document=document, path=P1, text=text, on=TODAY)


def waits(person: Person) -> dict[str, tuple[int, int, bool]]:
    return {one.title: (one.suggestions, one.comments, one.waits) for one in desks.read(by=person.keyholder)}


def waits_for_adviser(bo: Person, ada: Person) -> list[tuple[int, bool, bool]]:
    shared = desks.read_shared(by=bo.keyholder, owner=ada.member.pk)
    return [(one.comments, one.is_reviewed, one.waits) for one in shared]


def test_a_desk_tells_what_each_document_is(ada: Person, bo: Person, pairing: Pairing) -> None:
    assert desks.read(by=ada.keyholder) == []
    a_note(ada, "One.", title="First")
    document = a_note(ada, "One.", title="Second")
    write(ada, document, "Two.", title="Better")
    share(ada, document, pairing)

    second, first = desks.read(by=ada.keyholder)
    assert (first.title, first.kind, first.day, first.number, first.document.reader) == (
        "First", "note", TODAY, 1, None,
    )  # fmt: skip
    assert (second.title, second.number, second.document.reader) == ("Better", 3, bo.member)


def test_suggestions_and_comments_wait_for_the_seeker_until_answered(
    ada: Person, bo: Person, pairing: Pairing
) -> None:
    document = shared_note(ada, pairing, "One.")
    assert waits(ada) == {"Plan": (0, 0, False)}
    propose(bo, document)
    comment(bo, document)
    comment(ada, document, "My own.")
    assert waits(ada) == {"Plan": (1, 1, True)}
    assert desks.waiting_for_owner(ada.member.pk) == 2

    answers.decline_all(by=ada.keyholder, document=document)
    remark = comments.read(by=ada.keyholder, document=document)[0]
    comments.answer(by=ada.keyholder, comment=remark.comment, text="So.", on=TODAY)
    assert waits(ada) == {"Plan": (0, 0, False)}
    assert desks.waiting_for_owner(ada.member.pk) == 0


def test_what_was_shared_or_changed_waits_for_the_adviser_until_they_went_through_it(
    ada: Person, bo: Person, pairing: Pairing
) -> None:
    document = shared_note(ada, pairing, "One.")
    a_note(ada, "Private.")
    assert waits_for_adviser(bo, ada) == [(0, False, True)]
    assert desks.waiting_for_reader(bo.member) == {ada.member.pk: 1}

    sharing.review(by=bo.keyholder, document=document, number=2)
    assert waits_for_adviser(bo, ada) == [(0, True, False)]
    assert desks.waiting_for_reader(bo.member) == {}

    comment(ada, document)
    assert waits_for_adviser(bo, ada) == [(1, True, True)]
    remark = comments.read(by=bo.keyholder, document=document)[0]
    comments.resolve(by=bo.keyholder, comment=remark.comment)
    assert waits_for_adviser(bo, ada) == [(0, True, False)]

    write(ada, document, "Two.")
    assert waits_for_adviser(bo, ada) == [(0, False, True)]


def test_what_was_said_to_an_earlier_reader_waits_for_the_seeker_alone(
    ada: Person, bo: Person, pairing: Pairing
) -> None:
    document = shared_note(ada, pairing, "One.")
    propose(bo, document)
    comment(ada, document)
    sharing.unshare(by=ada.keyholder, document=document)
    share(ada, document, pairing)
    sharing.review(by=bo.keyholder, document=document, number=3)

    assert waits(ada) == {"Plan": (1, 0, True)}
    (listed,) = desks.read_shared(by=bo.keyholder, owner=ada.member.pk)
    assert (listed.suggestions, listed.comments, listed.waits) == (0, 0, False)
    assert desks.waiting_for_reader(bo.member) == {}


def test_a_stranger_and_another_case_see_nothing_of_it(
    ada: Person, bo: Person, cy: Person, di: Person, pairing: Pairing
) -> None:
    shared_note(ada, pairing, "One.")
    gus = a_seeker("Another.")
    shared_note(gus, paired(gus, bo, di), "Two.")

    assert len(desks.read_shared(by=bo.keyholder, owner=ada.member.pk)) == 1
    assert desks.read_shared(by=cy.keyholder, owner=ada.member.pk) == []
    assert desks.read_shared(by=ada.keyholder, owner=ada.member.pk) == []
    assert desks.waiting_for_reader(cy.member) == {}
    assert desks.waiting_for_reader(bo.member) == {ada.member.pk: 1, gus.member.pk: 1}


def fill(ada: Person, bo: Person, pairing: Pairing, *, times: int) -> Document:
    """As many documents, and in the last one as many versions, suggestions and comments."""
    for _ in range(times):
        document = shared_note(ada, pairing, "One.")
        propose(bo, document)
        comment(bo, document)
        comment(ada, document)
    for number in range(1, times):
        propose(bo, document, f"{number}")
        comment(bo, document, f"{number}")
        write(ada, document, "One.", f"{number}")
    return document


@pytest.mark.parametrize("page", ["desk", "shared", "owner", "reader", "history", "suggestions", "comments"])
def test_three_take_as_many_queries_as_one(
    page: str, ada: Person, bo: Person, di: Person, pairing: Pairing
) -> None:
    counts = []
    for times in (1, 3):
        seeker = a_seeker("Somebody.")
        document = fill(seeker, bo, paired(seeker, bo, di), times=times)
        look = looking(page, seeker, bo, document)
        with CaptureQueriesContext(connection) as queries:
            look()
        counts.append(len(queries))

    assert counts[0] == counts[1] <= 6


def looking(page: str, seeker: Person, bo: Person, document: Document) -> Callable[[], object]:
    by, reader, owner = seeker.keyholder, bo.keyholder, seeker.member.pk
    pages: dict[str, Callable[[], object]] = {
        "desk": lambda: desks.read(by=by),
        "shared": lambda: desks.read_shared(by=reader, owner=owner),
        "owner": lambda: desks.waiting_for_owner(owner),
        "reader": lambda: desks.waiting_for_reader(reader.member),
        "history": lambda: versions.history(by=by, document=document),
        "suggestions": lambda: suggestions.read(by=by, document=document),
        "comments": lambda: comments.read(by=by, document=document),
    }
    return pages[page]


def test_what_is_deleted_no_longer_waits(ada: Person, bo: Person, pairing: Pairing) -> None:
    document = shared_note(ada, pairing, "One.")
    propose(bo, document)
    editing.delete(by=ada.keyholder, document=document)

    assert desks.read(by=ada.keyholder) == []
    assert desks.waiting_for_owner(ada.member.pk) == 0
    assert desks.waiting_for_reader(bo.member) == {}
