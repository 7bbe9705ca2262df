"""What a seeker keeps for their papers alone: found again, forgotten for good, and nobody else's."""

from uuid import uuid4

import pytest

from offramp.documents import amounts, desks, editing, private, private_room, sharing
from offramp.documents.epochs import NotYours
from offramp.documents.kinds.kind import Refused
from offramp.documents.kinds.private import PRIVATE
from offramp.documents.kinds.resume import RESUME
from offramp.documents.models import Document, Epoch, Version
from offramp.paper import contacts
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


def test_however_much_is_kept_there_is_room_for_more(ada: Person) -> None:
    """The fullest that a desk can come to: what was kept longest ago is forgotten, and nothing is refused."""
    by, notes = ada.keyholder, [a_note(ada, "Words.") for _ in range(10)]
    for note in notes:
        private.keep_posting(by=by, document=note, text="\u0416" * 20_000, on=TODAY)
    private.leave(by=by, document=notes[-1], parts=[f"education/{at:016}" for at in range(2_000)], on=TODAY)
    private.refuse(by=by, document=notes[-1], wordings=[f"{at:040}" for at in range(2_000)], on=TODAY)
    private.dismiss(by=by, traces=[f"{at:064}" for at in range(2_000)], on=TODAY)

    worst = dict.fromkeys(contacts.blank(), "\x01" * 300) | {"profiles": ["\x01" * 300] * 10}
    assert private.try_to_keep_contact(by=by, contact=worst, on=TODAY)

    kept = private.read(by=by)
    assert [bool(kept.posting(note.pk)) for note in notes] == [False] * 8 + [True] * 2
    assert f"{1_999:064}" in kept.dismissed
    assert f"{1_999:040}" in kept.refused(notes[-1].pk)
    assert len(kept.left(notes[-1].pk)) > 400


def test_even_all_papers_of_a_desk_leave_room() -> None:
    papers = [
        {
            "id": f"{at:016}",
            "document": f"{at:032}",
            "refused": ["x" * 40] * 9,
            "posting": "\U0001f600" * 2_000,
            "left": ["work/abcdef12"] * 9,
        }
        for at in range(amounts.MOST_DOCUMENTS)
    ]
    contact = dict.fromkeys(contacts.blank(), "\x01" * 300) | {"profiles": ["\x01" * 300] * 10}
    whole = PRIVATE.empty() | {"contact": contact, "dismissed": ["d" * 64] * 2_000, "papers": papers}

    PRIVATE.check(private_room.fitting(whole))


def test_a_posting_that_alone_is_too_long_to_be_kept_takes_no_other_ones_place(ada: Person) -> None:
    by, note, other = ada.keyholder, a_note(ada, "Words."), a_note(ada, "Others.")
    private.keep_posting(by=by, document=note, text="Wanted: a clerk.", on=TODAY)

    with pytest.raises(Refused):
        private.keep_posting(by=by, document=other, text="\x01" * 20_000, on=TODAY)

    assert private.read(by=by).posting(note.pk) == "Wanted: a clerk."


def test_whoever_goes_on_without_is_told_that_a_contact_could_not_be_kept(
    ada: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    too_long = HOME | {"name": "x" * 301}
    assert not private.try_to_keep_contact(by=ada.keyholder, contact=too_long, on=TODAY)

    monkeypatch.setattr(amounts, "FEW", 0)
    monkeypatch.setattr(amounts, "MOST_WRITTEN", 0)
    assert not private.try_to_keep_contact(by=ada.keyholder, contact=HOME, on=TODAY)
    assert not Document.objects.exists()


def test_what_was_brought_is_begun_with_its_parts_or_not_at_all(
    ada: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(amounts, "FEW", 1)
    monkeypatch.setattr(amounts, "MOST_WRITTEN", 0)  # there is room for one version, and none for the parts

    with pytest.raises(amounts.TooMuchWritten):
        private.begin_brought(
            by=ada.keyholder, content=RESUME.empty(), parts=["basics"], on=TODAY, draft=uuid4()
        )

    assert not Document.objects.exists()
