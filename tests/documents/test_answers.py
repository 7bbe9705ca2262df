"""The owner takes what was proposed, as it is or in own words; no place changes twice unseen."""

import pytest

from offramp.documents import answers, editing, suggestions, versions
from offramp.documents.deeds import What
from offramp.documents.models import Document, Version
from offramp.documents.proposals import Change, Insertion, PlaceChanged, PlaceGone, Removal
from offramp.pairing.models import Pairing
from tests.cast import TODAY, Person
from tests.documents.papers import accept, outcome, propose, read, shared_note, texts, write

P1 = "paragraphs/p1"


@pytest.fixture
def document(ada: Person, pairing: Pairing) -> Document:
    return shared_note(ada, pairing, "I arrested people.", "I was a guard.")


def a_change(new: str = "I interviewed people.") -> Change:
    return Change(P1, "I arrested people.", new)


def test_accepted_it_is_a_version_that_names_its_author(ada: Person, bo: Person, document: Document) -> None:
    suggestion = propose(bo, document, a_change())

    assert accept(ada, suggestion) == 3
    assert texts(bo, document) == ["I interviewed people.", "I was a guard."]
    newest = versions.history(by=ada.keyholder, document=document)[0]
    assert (newest.what, newest.names) == (What.ACCEPTED, ("Bo",))
    assert outcome(suggestion) == "accepted"
    assert suggestions.read(by=ada.keyholder, document=document, waiting_only=True) == []


def test_a_double_click_accepts_once(ada: Person, bo: Person, document: Document) -> None:
    suggestion = propose(bo, document, Insertion(P1, "I speak Spanish."))

    assert accept(ada, suggestion) == accept(ada, suggestion) == 3
    assert texts(ada, document) == ["I arrested people.", "I speak Spanish.", "I was a guard."]


def test_a_paragraph_is_put_first_or_taken_out(ada: Person, bo: Person, document: Document) -> None:
    accept(ada, propose(bo, document, Insertion("paragraphs", "Summary.")))
    accept(ada, propose(bo, document, Removal("paragraphs/p2", "I was a guard.")))

    assert texts(ada, document) == ["Summary.", "I arrested people."]


def test_a_paragraph_whose_neighbor_is_gone_comes_last(ada: Person, bo: Person, document: Document) -> None:
    suggestion = propose(bo, document, Insertion("paragraphs/p2", "I speak Spanish."))
    write(ada, document, "I arrested people.")

    accept(ada, suggestion)
    assert texts(ada, document) == ["I arrested people.", "I speak Spanish."]


def test_what_is_gone_already_is_accepted_without_a_version(
    ada: Person, bo: Person, document: Document
) -> None:
    suggestion = propose(bo, document, Removal("paragraphs/p2", "I was a guard."))
    write(ada, document, "I arrested people.")

    assert accept(ada, suggestion) == 3
    assert outcome(suggestion) == "accepted"


def test_when_the_place_changed_a_person_puts_the_texts_together(
    ada: Person, bo: Person, document: Document
) -> None:
    suggestion = propose(bo, document, a_change())
    write(ada, document, "I took people in.", "I was a guard.")
    with pytest.raises(PlaceChanged) as changed:
        accept(ada, suggestion)
    texts_shown = (changed.value.now, changed.value.old, changed.value.new)
    assert texts_shown == ("I took people in.", "I arrested people.", "I interviewed people.")
    assert outcome(suggestion) == ""

    for _ in range(2):
        answers.accept_edited(
            by=ada.keyholder,
            suggestion=suggestion,
            text="I took people in and interviewed them.",
            now="I took people in.",
            on=TODAY,
        )
    assert texts(ada, document)[0] == "I took people in and interviewed them."
    assert outcome(suggestion) == "edited"
    newest = versions.history(by=bo.keyholder, document=document)[0]
    assert (newest.number, newest.what, newest.names) == (4, What.EDITED, ("Bo",))


def test_what_moved_on_under_the_merge_page_is_shown_again(
    ada: Person, bo: Person, document: Document
) -> None:
    suggestion = propose(bo, document, a_change())
    write(ada, document, "A third text.", "I was a guard.")

    with pytest.raises(PlaceChanged):
        answers.accept_edited(
            by=ada.keyholder, suggestion=suggestion, text="Mine.", now="I arrested people.", on=TODAY
        )
    assert texts(ada, document)[0] == "A third text."


def test_an_insertion_and_a_removal_may_be_edited_too(ada: Person, bo: Person, document: Document) -> None:
    inserted = propose(bo, document, Insertion(P1, "I speak Spanish."))
    removed = propose(bo, document, Removal("paragraphs/p2", "I was a guard."))
    by = ada.keyholder
    answers.accept_edited(by=by, suggestion=inserted, text="Hablo español.", now="", on=TODAY)
    answers.accept_edited(by=by, suggestion=removed, text="Guard.", now="I was a guard.", on=TODAY)

    assert texts(ada, document) == ["I arrested people.", "Hablo español.", "Guard."]


def test_when_the_place_is_gone_the_words_are_still_shown(
    ada: Person, bo: Person, document: Document
) -> None:
    suggestion = propose(bo, document, a_change())
    content = read(ada, document).content
    left = content | {"paragraphs": content["paragraphs"][1:]}
    editing.save(by=ada.keyholder, document=document, content=left, base=2, on=TODAY)

    with pytest.raises(PlaceGone) as gone:
        accept(ada, suggestion)
    assert gone.value.new == "I interviewed people."
    answers.decline(by=ada.keyholder, suggestion=suggestion, on=TODAY)
    assert outcome(suggestion) == "declined"


def test_all_that_fit_are_accepted_in_one_version(ada: Person, bo: Person, document: Document) -> None:
    propose(bo, document, a_change())
    propose(bo, document, Change("paragraphs/p2", "I was a guard.", "I kept people safe."))
    other = propose(bo, document, a_change("I talked to people."))

    accepted = answers.accept_all(by=ada.keyholder, document=document, on=TODAY)
    assert accepted.count == 2
    assert [suggested.suggestion for suggested in accepted.left] == [other]
    assert texts(ada, document) == ["I interviewed people.", "I kept people safe."]
    assert Version.objects.count() == 3
    assert answers.accept_all(by=ada.keyholder, document=document, on=TODAY).count == 0
    assert Version.objects.count() == 3


def test_all_are_declined_at_once(ada: Person, bo: Person, document: Document) -> None:
    propose(bo, document, a_change())
    propose(bo, document, a_change("Another."))

    assert answers.decline_all(by=ada.keyholder, document=document) == 2
    assert answers.decline_all(by=ada.keyholder, document=document) == 0
