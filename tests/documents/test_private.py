"""What a seeker keeps for their papers alone: found again, forgotten for good, and nobody else's."""

import pytest

from offramp.documents import desks, editing, private, sharing
from offramp.documents.epochs import NotYours
from offramp.documents.models import Document, Epoch, Version
from offramp.people.models import Envelope
from tests.cast import TODAY, Person, a_seeker
from tests.documents.papers import a_note

pytestmark = pytest.mark.django_db

HOME = {"name": "Ada L.", "phone": "555 0100", "profiles": ["example.org/ada"]}


@pytest.fixture
def ada(di: Person) -> Person:
    return a_seeker()


def test_nothing_is_kept_of_somebody_who_kept_nothing(ada: Person) -> None:
    kept = private.read(by=ada.keyholder)

    assert (kept.contact, kept.dismissed) == ({}, frozenset())
    assert not Document.objects.exists()


def test_a_contact_is_found_again_and_on_no_list(ada: Person) -> None:
    private.keep_contact(by=ada.keyholder, contact=HOME, on=TODAY)

    assert private.read(by=ada.keyholder).contact == HOME
    assert desks.read(by=ada.keyholder) == []


def test_what_is_forgotten_leaves_no_row_and_no_key(ada: Person) -> None:
    private.keep_contact(by=ada.keyholder, contact=HOME, on=TODAY)

    for _ in range(2):
        private.forget_contact(by=ada.keyholder, on=TODAY)

    assert private.read(by=ada.keyholder).contact == {}
    assert not Version.objects.exists()
    assert not Envelope.objects.filter(kind=Epoch.KIND).exists()


def test_there_is_one_a_desk_and_it_has_no_history(ada: Person) -> None:
    private.keep_contact(by=ada.keyholder, contact=HOME, on=TODAY)
    private.dismiss(by=ada.keyholder, traces=["a", "b"], on=TODAY)
    private.dismiss(by=ada.keyholder, traces=["b"], on=TODAY)

    assert private.read(by=ada.keyholder).contact == HOME
    assert private.read(by=ada.keyholder).dismissed == {"a", "b"}
    assert (Document.objects.count(), Version.objects.count()) == (1, 1)


def test_what_is_kept_for_a_paper_goes_with_it(ada: Person) -> None:
    note, other = a_note(ada, "Words."), a_note(ada, "Others.")
    by = ada.keyholder
    private.refuse(by=by, document=note, wordings=["detention"], on=TODAY)
    private.keep_posting(by=by, document=note, text="Wanted: a clerk.", on=TODAY)
    private.leave(by=by, document=note, parts=["work/a", "work/b"], on=TODAY)
    private.confirm(by=by, document=note, parts=["work/a"], on=TODAY)

    kept = private.read(by=by)
    assert kept.refused(note.pk) == {"detention"}
    assert kept.posting(note.pk) == "Wanted: a clerk."
    assert kept.left(note.pk) == ("work/b",)
    assert kept.posting(other.pk) == ""

    editing.delete(by=by, document=note)
    private.dismiss(by=by, traces=["a"], on=TODAY)
    assert private.read(by=by).posting(note.pk) == ""


def test_it_can_be_shared_with_nobody(ada: Person, di: Person) -> None:
    private.keep_contact(by=ada.keyholder, contact=HOME, on=TODAY)

    with pytest.raises(NotYours):
        sharing.share(by=ada.keyholder, document=Document.objects.get(), reader=di.member, on=TODAY)


def test_staff_keep_nothing_here(di: Person) -> None:
    with pytest.raises(NotYours):
        private.keep_contact(by=di.keyholder, contact=HOME, on=TODAY)
