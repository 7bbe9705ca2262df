"""One test an event: with the whole database and each single seed, who opens which version."""

from collections.abc import Callable

import pytest

from offramp.documents import answers, comments, editing, sharing, suggestions
from offramp.documents.models import Desk, Document, Epoch, Share
from offramp.documents.proposals import Change
from offramp.pairing import burning, endings, handovers, successors
from offramp.pairing.models import Pairing
from offramp.people import codes
from offramp.people.models import Envelope
from offramp.sealed.codes import Code
from tests.cast import TODAY, Person, a_colleague, a_seeker, paired
from tests.documents.papers import a_note, opens, share, shared_note, write
from tests.dump import everything


def test_begun_it_opens_for_the_seeker_alone(
    ada: Person, bo: Person, cy: Person, di: Person, pairing: Pairing
) -> None:
    document = a_note(ada, "I would like to teach.")

    assert opens(ada, document) == [1]
    assert opens(bo, document) == opens(cy, document) == opens(di, document) == []


def test_shared_the_adviser_opens_it_as_it_is_now_and_nothing_before(
    ada: Person, bo: Person, cy: Person, di: Person, pairing: Pairing
) -> None:
    document = a_note(ada, "I hate it here.")
    write(ada, document, "I would like to teach.")
    share(ada, document, pairing)

    assert opens(bo, document) == [3]
    assert opens(ada, document) == [1, 2, 3]
    assert opens(cy, document) == opens(di, document) == []


def test_written_while_shared_it_opens_for_both(ada: Person, bo: Person, pairing: Pairing) -> None:
    document = shared_note(ada, pairing, "One.")
    write(ada, document, "Two.")

    assert opens(bo, document) == [2, 3]


def test_one_shared_document_opens_no_other(ada: Person, bo: Person, pairing: Pairing) -> None:
    private = a_note(ada, "Not for Bo.")
    shared_note(ada, pairing, "For Bo.")

    assert opens(bo, private) == []


def test_unshared_nothing_of_it_opens_for_the_adviser_not_even_what_comes(
    ada: Person, bo: Person, pairing: Pairing
) -> None:
    document = shared_note(ada, pairing, "One.")
    remembered = everything(bo.code.seed())
    sharing.unshare(by=ada.keyholder, document=document)
    write(ada, document, "Two.")

    assert opens(bo, document) == []
    assert opens(ada, document) == [1, 2, 3]
    newest = Epoch.objects.get(document=document, is_open=True)
    assert ("document-epoch", newest.pk) not in remembered


def test_shared_again_it_opens_from_that_day_on(ada: Person, bo: Person, pairing: Pairing) -> None:
    document = shared_note(ada, pairing, "One.")
    sharing.unshare(by=ada.keyholder, document=document)
    write(ada, document, "Two.")
    share(ada, document, pairing)

    assert opens(bo, document) == [4]


def changed(ada: Person, bo: Person, di: Person, pairing: Pairing) -> None:
    endings.change_adviser(by=ada.keyholder, request=ada.request, text="", on=TODAY)


def handed_over(ada: Person, bo: Person, di: Person, pairing: Pairing) -> None:
    handover = handovers.propose(by=bo.keyholder, pairing=pairing, text="Knows…", on=TODAY)
    endings.hand_over(by=ada.keyholder, handover=handover)


def left(ada: Person, bo: Person, di: Person, pairing: Pairing) -> None:
    endings.leave(by=bo.member, pairing=pairing)


def removed(ada: Person, bo: Person, di: Person, pairing: Pairing) -> None:
    endings.remove_adviser(by=di.member, adviser=bo.member, on=TODAY)


Ending = Callable[[Person, Person, Person, Pairing], None]


@pytest.mark.parametrize("end", [changed, handed_over, left, removed], ids=lambda end: end.__name__)
def test_a_pairing_that_ends_ends_the_sharing_by_itself(
    end: Ending, ada: Person, bo: Person, di: Person, pairing: Pairing
) -> None:
    document = shared_note(ada, pairing, "One.")
    bystander = a_seeker("Another one.")
    of_another = shared_note(bystander, paired(bystander, bo, di), "Not Ada's.")
    remembered = everything(bo.code.seed())
    end(ada, bo, di, pairing)
    write(ada, document, "Two.")

    assert opens(bo, document) == []
    assert opens(di, document) == []
    assert opens(ada, document) == [1, 2, 3]
    assert not Share.objects.filter(document=document).exists()
    newest = Epoch.objects.get(document=document, is_open=True)
    assert ("document-epoch", newest.pk) not in remembered
    assert opens(bo, of_another) == ([] if end is removed else [2])


def test_the_next_adviser_opens_what_is_shared_with_them_and_nothing_said_with_the_one_before(
    ada: Person, bo: Person, cy: Person, di: Person, pairing: Pairing
) -> None:
    document = shared_note(ada, pairing, "One.")
    suggestions.propose(
        by=bo.keyholder,
        document=document,
        proposal=Change("paragraphs/p1", "One.", "1."),
        reason="",
        on=TODAY,
    )
    comments.put(by=bo.keyholder, document=document, path="paragraphs/p1", text="Why one?", on=TODAY)
    changed(ada, bo, di, pairing)
    share(ada, document, paired(ada, cy, di))

    assert opens(cy, document) == [3]
    assert opens(bo, document) == []
    assert suggestions.read(by=cy.keyholder, document=document) == []
    assert comments.read(by=cy.keyholder, document=document) == []
    assert len(suggestions.read(by=ada.keyholder, document=document)) == 1


def test_an_adviser_with_new_keys_is_shared_nothing_unasked(
    ada: Person, bo: Person, di: Person, pairing: Pairing
) -> None:
    document = shared_note(ada, pairing, "One.")
    again = a_colleague("Bo", replaces=bo)
    # Before Ada has said how to go on: the account is gone, and nothing may be written under its old key.
    write(ada, document, "Two.")
    assert opens(again, document) == opens(bo, document) == []
    assert not Share.objects.exists()
    assert not Envelope.objects.filter(
        object_id=Epoch.objects.get(is_open=True).pk, member=bo.member
    ).exists()

    successors.keep(by=ada.keyholder, pairing=pairing, everything=True)
    assert opens(again, document) == []
    share(ada, document, Pairing.objects.live().get(request=ada.request))
    assert opens(again, document) == [4]


def test_a_new_code_opens_everything_the_old_one_did_and_the_old_one_nothing(
    ada: Person, bo: Person, pairing: Pairing
) -> None:
    document = shared_note(ada, pairing, "One.")
    for person, readable in ((ada, [1, 2]), (bo, [2])):
        fresh = Person(Code.draw())
        codes.replace(by=person.keyholder, code=fresh.code, on=TODAY)

        assert opens(fresh, document) == readable
        assert opens(person, document) == []
        person.code = fresh.code
    assert write(ada, document, "Two.") == 3
    assert opens(bo, document) == [2, 3]


def test_accepted_a_suggestion_is_written_for_both(ada: Person, bo: Person, pairing: Pairing) -> None:
    document = shared_note(ada, pairing, "One.")
    suggestion = suggestions.propose(
        by=bo.keyholder,
        document=document,
        proposal=Change("paragraphs/p1", "One.", "1."),
        reason="",
        on=TODAY,
    )
    answers.accept(by=ada.keyholder, suggestion=suggestion, on=TODAY)

    assert opens(bo, document) == [2, 3]


def test_deleted_no_key_of_it_is_left(ada: Person, bo: Person, pairing: Pairing) -> None:
    document = shared_note(ada, pairing, "One.")
    kept = a_note(ada, "Kept.")
    editing.delete(by=ada.keyholder, document=document)

    assert opens(ada, kept) == [1]
    assert Document.objects.count() == 1
    assert set(Envelope.objects.filter(kind="document-epoch").values_list("object_id", flat=True)) == set(
        Epoch.objects.values_list("pk", flat=True)
    )


def test_burned_nothing_of_it_opens_for_anybody(ada: Person, bo: Person, pairing: Pairing) -> None:
    document = shared_note(ada, pairing, "One.")
    bystander = a_seeker("Another one.")
    theirs = a_note(bystander, "Theirs.")
    burning.burn(request=ada.request)

    assert everything(ada.code.seed()) == {}
    assert {kind for kind, _ in everything(bo.code.seed())} == {"profile", "second-factor"}
    assert opens(bystander, theirs) == [1]
    assert not Document.objects.filter(pk=document.pk).exists()
    assert Desk.objects.count() == 1
