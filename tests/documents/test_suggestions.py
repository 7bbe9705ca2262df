"""A reader proposes with a reason; who proposes, who answers and who reads it is settled."""

import pytest

from offramp.documents import answers, comments, sharing, suggestions
from offramp.documents.epochs import NotYours
from offramp.documents.kinds.kind import Refused, TooLong
from offramp.documents.models import Document, Suggestion, Version
from offramp.documents.places import NoSuchPlace
from offramp.documents.proposals import Change, Insertion, PlaceChanged, Proposal, Removal
from offramp.documents.suggestions import AlreadyAnswered, NothingChanged, TooManyWaiting
from offramp.documents.words import Mark, Piece
from offramp.pairing.models import Pairing
from tests.cast import TODAY, Person, a_seeker
from tests.documents.papers import a_note, accept, outcome, propose, share, shared_note, texts

P1 = "paragraphs/p1"


@pytest.fixture
def document(ada: Person, pairing: Pairing) -> Document:
    return shared_note(ada, pairing, "I arrested people.", "I was a guard.")


def a_change(new: str = "I interviewed people.") -> Change:
    return Change(P1, "I arrested people.", new)


def test_the_seeker_reads_old_and_new_and_why(ada: Person, bo: Person, document: Document) -> None:
    propose(bo, document, a_change(), "Employers look for this word.")

    (suggested,) = suggestions.read(by=ada.keyholder, document=document)
    assert (suggested.author, suggested.day, suggested.reason) == (
        "Bo",
        TODAY,
        "Employers look for this word.",
    )
    assert (suggested.place.pattern, suggested.place.position) == ("paragraphs/*", 1)
    assert suggested.pieces == [
        Piece("I ", Mark.SAME),
        Piece("arrested ", Mark.REMOVED),
        Piece("interviewed ", Mark.ADDED),
        Piece("people.", Mark.SAME),
    ]
    assert suggested.is_waiting
    assert texts(ada, document) == ["I arrested people.", "I was a guard."]


def test_declined_with_a_reason_the_adviser_reads_it(ada: Person, bo: Person, document: Document) -> None:
    suggestion = propose(bo, document, a_change())
    for _ in range(2):
        answers.decline(by=ada.keyholder, suggestion=suggestion, on=TODAY, reason="It is not true.")

    (suggested,) = suggestions.read(by=bo.keyholder, document=document)
    assert (suggested.answer, suggested.suggestion.outcome) == ("It is not true.", "declined")
    assert Version.objects.count() == 2


def test_an_answer_is_not_turned_round_by_a_page_left_open(
    ada: Person, bo: Person, document: Document
) -> None:
    declined, accepted, withdrawn = (propose(bo, document, a_change(f"{n}")) for n in range(3))
    answers.decline(by=ada.keyholder, suggestion=declined, on=TODAY)
    accept(ada, accepted)
    suggestions.withdraw(by=bo.keyholder, suggestion=withdrawn)
    suggestions.withdraw(by=bo.keyholder, suggestion=withdrawn)

    for suggestion in (declined, withdrawn):
        with pytest.raises(AlreadyAnswered):
            accept(ada, suggestion)
    with pytest.raises(AlreadyAnswered) as answered:
        answers.decline(by=ada.keyholder, suggestion=accepted, on=TODAY)
    assert answered.value.outcome == Suggestion.Outcome.ACCEPTED
    with pytest.raises(AlreadyAnswered):
        suggestions.withdraw(by=bo.keyholder, suggestion=accepted)
    with pytest.raises(AlreadyAnswered):
        answers.accept_edited(by=ada.keyholder, suggestion=accepted, text="x", now="1", on=TODAY)
    assert [outcome(one) for one in (declined, accepted, withdrawn)] == ["declined", "accepted", "withdrawn"]


def test_the_same_proposed_twice_is_one(bo: Person, document: Document) -> None:
    for _ in range(2):
        propose(bo, document, a_change(), "Why.")
        propose(bo, document, Insertion(P1, "New."))

    assert Suggestion.objects.count() == 2


def test_what_could_not_be_accepted_is_not_proposed(ada: Person, bo: Person, document: Document) -> None:
    refusals: list[tuple[Proposal, type[Exception]]] = [
        (a_change("I arrested people."), NothingChanged),
        (Insertion(P1, " \n"), NothingChanged),
        (a_change("x" * 10_001), TooLong),
        (a_change("\ud800"), Refused),
        (Change(P1, "What was never there.", "New."), PlaceChanged),
        (Removal("paragraphs/p2", "What was never there."), PlaceChanged),
        (Change("paragraphs/p9", "", "New."), NoSuchPlace),
        (Change("paragraphs", "", "New."), NoSuchPlace),
        (Removal("title", "Plan"), NoSuchPlace),
        (Removal("paragraphs/p9", ""), NoSuchPlace),
        (Insertion("title", "New."), NoSuchPlace),
        (Insertion("", "New."), NoSuchPlace),
        (Insertion("paragraphs/p9", "New."), NoSuchPlace),
    ]
    for proposal, refusal in refusals:
        with pytest.raises(refusal):
            propose(bo, document, proposal)
    with pytest.raises(TooLong) as too_long:
        propose(bo, document, a_change(), "x" * 2_001)
    assert too_long.value.path == "reason"
    assert not Suggestion.objects.exists()


def test_there_is_an_end_to_what_may_wait(
    bo: Person, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(suggestions, "MOST_WAITING", 1)
    propose(bo, document, a_change())

    with pytest.raises(TooManyWaiting):
        propose(bo, document, a_change("Another."))


def test_line_ends_of_a_browser_are_the_same_text(ada: Person, bo: Person, pairing: Pairing) -> None:
    document = shared_note(ada, pairing, "One.\nTwo.")

    accept(ada, propose(bo, document, Change(P1, "One.\r\nTwo.", "One.\r\n2.")))
    assert texts(ada, document) == ["One.\n2."]


def test_only_the_reader_proposes_and_only_the_owner_answers(
    ada: Person, bo: Person, cy: Person, document: Document
) -> None:
    suggestion = propose(bo, document, a_change())
    gus = a_seeker("Another.")

    for person in (ada, cy, gus):
        with pytest.raises(NotYours):
            propose(person, document, a_change("Another."))
        with pytest.raises(NotYours):
            suggestions.withdraw(by=person.keyholder, suggestion=suggestion)
    for person in (bo, cy, gus):
        by = person.keyholder
        with pytest.raises(NotYours):
            accept(person, suggestion)
        with pytest.raises(NotYours):
            answers.accept_edited(by=by, suggestion=suggestion, text="x", now="", on=TODAY)
        with pytest.raises(NotYours):
            answers.decline(by=by, suggestion=suggestion, on=TODAY)
        with pytest.raises(NotYours):
            answers.accept_all(by=by, document=document, on=TODAY)
        with pytest.raises(NotYours):
            answers.decline_all(by=by, document=document)
    assert outcome(suggestion) == ""
    assert suggestions.read(by=cy.keyholder, document=document) == []
    assert (
        list(Suggestion.objects.for_owner(bo.member)) == list(Suggestion.objects.for_reader(cy.member)) == []
    )


def test_after_the_sharing_the_owner_still_answers_and_the_adviser_reads_no_reason(
    ada: Person, bo: Person, pairing: Pairing, document: Document
) -> None:
    first, second = propose(bo, document, a_change()), propose(bo, document, a_change("Another."))
    sharing.unshare(by=ada.keyholder, document=document)
    answers.decline(by=ada.keyholder, suggestion=second, on=TODAY, reason="Why I stopped.")
    accept(ada, first)

    assert texts(ada, document)[0] == "I interviewed people."
    assert Suggestion.objects.get(pk=second.pk).sealed_answer is None
    # Shared again, the adviser reads what is from now on, and nothing of what was said before.
    share(ada, document, pairing)
    assert suggestions.read(by=bo.keyholder, document=document) == []
    with pytest.raises(NotYours):
        suggestions.withdraw(by=bo.keyholder, suggestion=first)


def test_nothing_is_proposed_to_a_document_that_is_not_shared(
    ada: Person, bo: Person, pairing: Pairing
) -> None:
    document = a_note(ada, "One.")

    with pytest.raises(NotYours):
        propose(bo, document, Change(P1, "One.", "Two."))
    with pytest.raises(NotYours):
        comments.put(by=bo.keyholder, document=document, path=P1, text="Hm.", on=TODAY)
