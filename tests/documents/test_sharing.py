"""With whom a document is shared: the paired adviser alone, seen by the seeker, ended at once."""

import pytest

from offramp.documents import desks, sharing
from offramp.documents.epochs import NotYours
from offramp.documents.models import Document, Epoch, Share, Version
from offramp.pairing import desk, endings
from offramp.pairing.conversation import NobodyReads
from offramp.pairing.conversation import NotYours as NotPaired
from offramp.pairing.models import Pairing
from tests.cast import TODAY, Person, a_colleague, a_seeker, paired
from tests.documents.papers import a_note, share, shared_note, texts, write


def test_shared_the_adviser_reads_it(ada: Person, bo: Person, pairing: Pairing) -> None:
    document = shared_note(ada, pairing, "One.")

    assert texts(bo, document) == ["One."]
    assert list(Document.objects.for_reader(bo.member)) == [document]


def test_the_seeker_sees_what_is_shared_with_whom(ada: Person, bo: Person, pairing: Pairing) -> None:
    private, shared = a_note(ada, "Mine."), shared_note(ada, pairing, "Ours.")

    readers = {one.document: one.document.reader for one in desks.read(by=ada.keyholder)}
    assert readers == {private: None, shared: bo.member}


def test_sharing_twice_is_one_share(ada: Person, bo: Person, pairing: Pairing) -> None:
    document = shared_note(ada, pairing, "One.")
    share(ada, document, pairing)

    assert Version.objects.count() == 2
    assert Epoch.objects.filter(is_open=True).count() == 1


def test_unsharing_twice_is_no_error_and_the_adviser_is_out_at_once(
    ada: Person, bo: Person, pairing: Pairing
) -> None:
    document = shared_note(ada, pairing, "One.")
    for _ in range(2):
        sharing.unshare(by=ada.keyholder, document=document)

    assert list(Document.objects.for_reader(bo.member)) == []
    with pytest.raises(NotYours):
        texts(bo, document)
    assert texts(ada, document) == ["One."]


def test_nothing_is_shared_with_an_adviser_of_before(
    ada: Person, bo: Person, cy: Person, di: Person, pairing: Pairing
) -> None:
    document = a_note(ada, "One.")
    endings.change_adviser(by=ada.keyholder, request=ada.request, text="", on=TODAY)
    with pytest.raises(NotPaired):
        share(ada, document, pairing)

    paired(ada, cy, di)
    with pytest.raises(NotPaired):
        share(ada, document, pairing)
    assert not Share.objects.exists()


def test_nothing_is_shared_with_an_account_that_ended(
    ada: Person, bo: Person, di: Person, pairing: Pairing
) -> None:
    document = a_note(ada, "One.")
    a_colleague("Bo", replaces=bo)

    with pytest.raises(NobodyReads):
        share(ada, document, pairing)
    assert not Share.objects.exists()


def test_nobody_shares_what_another_wrote(ada: Person, bo: Person, di: Person, pairing: Pairing) -> None:
    document = a_note(ada, "One.")
    gus = a_seeker("Another.")
    of_gus = paired(gus, bo, di)

    with pytest.raises(NotYours):
        desk.share(by=gus.keyholder, document=document, pairing=of_gus, on=TODAY)
    with pytest.raises(NotPaired):
        desk.share(by=bo.keyholder, document=document, pairing=pairing, on=TODAY)
    with pytest.raises(NotPaired):
        desk.share(by=gus.keyholder, document=document, pairing=pairing, on=TODAY)
    assert not Share.objects.exists()


def test_nobody_but_the_owner_unshares(ada: Person, bo: Person, cy: Person, pairing: Pairing) -> None:
    document = shared_note(ada, pairing, "One.")

    for person in (bo, cy):
        with pytest.raises(NotYours):
            sharing.unshare(by=person.keyholder, document=document)
    assert Share.objects.exists()


def test_the_adviser_says_that_they_went_through_it(ada: Person, bo: Person, pairing: Pairing) -> None:
    document = shared_note(ada, pairing, "One.")
    sharing.review(by=bo.keyholder, document=document, number=99)  # none may claim what is not written yet
    (listed,) = desks.read(by=ada.keyholder)
    assert listed.is_reviewed

    write(ada, document, "Two.")
    sharing.review(by=bo.keyholder, document=document, number=2)  # a page that was open before
    (listed,) = desks.read(by=ada.keyholder)
    assert not listed.is_reviewed
    for person in (ada.keyholder, a_seeker("Another.").keyholder):
        with pytest.raises(NotYours):
            sharing.review(by=person, document=document, number=3)


def test_locking_out_needs_no_desk(ada: Person, bo: Person) -> None:
    sharing.lock_out(owner=ada.member, member=bo.member)

    assert not Share.objects.exists()
