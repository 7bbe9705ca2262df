"""An owner begins, saves, restores and deletes; two tabs lose nothing; nobody else writes a version."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from offramp.documents import editing, versions
from offramp.documents.deeds import MOST_TOLD, Touched, What
from offramp.documents.differences import How
from offramp.documents.editing import Changed
from offramp.documents.epochs import NotYours
from offramp.documents.kinds.kind import Refused, TooLong
from offramp.documents.models import Desk, Document, Part, Version
from offramp.documents.versions import NoSuchVersion
from offramp.pairing import burning
from offramp.pairing.models import Pairing
from offramp.sealed.failures import NotOpened
from tests.cast import TODAY, Person, a_seeker
from tests.documents.papers import a_content, a_note, read, share, shared_note, texts, write

P1 = Touched("paragraphs/*", 1, How.CHANGED)


def save(person: Person, document: Document, *paragraphs: str, base: int) -> editing.Saved:
    content = a_content(*paragraphs)
    return editing.save(by=person.keyholder, document=document, content=content, base=base, on=TODAY)


def acts(person: Person, document: Document) -> list[tuple[int, What]]:
    return [(deed.number, deed.what) for deed in versions.history(by=person.keyholder, document=document)]


def test_a_note_is_begun_and_read_again(ada: Person) -> None:
    document = a_note(ada, "I would like to teach.", title="Where to")

    opened = read(ada, document)
    assert (opened.number, opened.title, opened.kind.name) == (1, "Where to", "note")
    assert texts(ada, document) == ["I would like to teach."]


def test_the_same_draft_sent_twice_begins_one_document(ada: Person) -> None:
    draft = uuid4()
    for _ in range(2):
        editing.begin(by=ada.keyholder, kind="note", content=a_content("One."), on=TODAY, draft=draft)

    assert Document.objects.get().pk == draft
    assert Version.objects.count() == 1


def test_a_draft_of_somebody_elses_document_leads_nowhere(ada: Person, bo: Person) -> None:
    document = a_note(ada, "One.")
    gus = a_seeker("Another.")

    with pytest.raises(NotYours):
        editing.begin(by=gus.keyholder, kind="note", content=a_content(), on=TODAY, draft=document.pk)


@pytest.mark.parametrize("person", ["bo", "di"])
def test_staff_have_no_desk(person: str, request: pytest.FixtureRequest) -> None:
    with pytest.raises(NotYours):
        a_note(request.getfixturevalue(person), "One.")
    assert not Desk.objects.exists()


def test_saving_makes_a_version_and_the_history_tells_what_changed(ada: Person) -> None:
    document = a_note(ada, "One.", "Two.")
    write(ada, document, "1.", "Two.", title="Better")

    assert texts(ada, document) == ["1.", "Two."]
    newest = versions.history(by=ada.keyholder, document=document)[0]
    assert (newest.number, newest.day, newest.what, newest.title) == (2, TODAY, What.SAVED, "Better")
    assert newest.touched == (Touched("title", 0, How.CHANGED), P1)


def test_the_history_of_a_large_change_names_the_first_places_and_counts_the_others(ada: Person) -> None:
    document = a_note(ada)
    write(ada, document, *["New."] * 30)

    newest = versions.history(by=ada.keyholder, document=document)[0]
    assert (len(newest.touched), newest.more) == (MOST_TOLD, 10)


def test_a_double_click_saves_once(ada: Person) -> None:
    document = a_note(ada, "One.")

    assert save(ada, document, "Two.", base=1).is_new
    again = save(ada, document, "Two.", base=1)
    assert (again.number, again.is_new) == (2, False)
    assert Version.objects.count() == 2


def test_line_ends_of_a_browser_are_no_change(ada: Person) -> None:
    document = a_note(ada, "One.\nTwo.")

    assert not save(ada, document, "One.\r\nTwo.", base=1).is_new


def test_two_tabs_that_changed_different_places_are_merged(ada: Person) -> None:
    document = a_note(ada, "One.", "Two.")
    save(ada, document, "1.", "Two.", base=1)
    saved = save(ada, document, "One.", "2.", base=1)

    assert (saved.number, saved.was_merged) == (3, True)
    assert texts(ada, document) == ["1.", "2."]
    assert acts(ada, document)[0] == (3, What.MERGED)


def test_a_merge_sent_twice_is_one_version(ada: Person) -> None:
    document = a_note(ada, "One.", "Two.")
    save(ada, document, "1.", "Two.", base=1)
    save(ada, document, "One.", "2.", base=1)

    assert not save(ada, document, "One.", "2.", base=1).is_new
    assert read(ada, document).number == 3


def test_two_tabs_that_changed_the_same_place_are_both_shown_and_nothing_is_written(ada: Person) -> None:
    document = a_note(ada, "One.", "Two.")
    save(ada, document, "First tab.", "Two.", base=1)
    with pytest.raises(Changed) as changed:
        save(ada, document, "Second tab.", "2.", base=1)

    met = changed.value
    (conflict,) = met.conflicts
    assert (conflict.path, conflict.base) == ("paragraphs/p1", "One.")
    assert (conflict.mine, conflict.theirs) == ("Second tab.", "First tab.")
    assert met.merged == a_content("Second tab.", "2.")
    assert texts(ada, document) == ["First tab.", "Two."]

    save(ada, document, "Both tabs.", "2.", base=met.theirs.number)
    assert texts(ada, document) == ["Both tabs.", "2."]


def test_what_is_refused_writes_nothing(ada: Person) -> None:
    document = a_note(ada, "One.")
    for refused in (["x" * 10_001], ["\ud800"]):
        with pytest.raises(Refused):
            save(ada, document, *refused, base=1)
    with pytest.raises(Refused):
        editing.save(by=ada.keyholder, document=document, content={"title": ""}, base=0, on=TODAY)
    with pytest.raises(NoSuchVersion):
        save(ada, document, "Two.", base=9)

    assert Version.objects.count() == 1


def test_a_document_that_is_refused_is_not_begun(ada: Person) -> None:
    with pytest.raises(TooLong):
        a_note(ada, "x" * 10_001)
    assert not Document.objects.exists()


def test_emoji_and_words_from_right_to_left_come_back_as_they_were(ada: Person) -> None:
    written = ["👩‍👩‍👧 🤷🏽‍♀️ \u202eأريد أن أغادر\u202c", "שלום\x00\ttab", "e\u0301 ≠ é"]
    document = a_note(ada, *written)

    assert texts(ada, document) == written


def test_another_title(ada: Person) -> None:
    document = a_note(ada, "One.")
    editing.rename(by=ada.keyholder, document=document, title="Better", on=TODAY)

    assert read(ada, document).title == "Better"
    assert texts(ada, document) == ["One."]


def test_an_earlier_version_comes_back_as_a_new_one(ada: Person) -> None:
    document = a_note(ada, "One.")
    write(ada, document, "Two.")
    for _ in range(2):
        editing.restore(by=ada.keyholder, document=document, number=1, on=TODAY)

    assert texts(ada, document) == ["One."]
    assert acts(ada, document) == [(3, What.RESTORED), (2, What.SAVED), (1, What.BEGUN)]
    assert versions.history(by=ada.keyholder, document=document)[0].act.of == 1
    assert versions.read_version(by=ada.keyholder, document=document, number=2).content == a_content("Two.")


def test_a_version_that_is_none_cannot_be_restored(ada: Person) -> None:
    with pytest.raises(NoSuchVersion):
        editing.restore(by=ada.keyholder, document=a_note(ada, "One."), number=2, on=TODAY)


def test_a_reader_sees_the_history_from_the_sharing_on(ada: Person, bo: Person, pairing: Pairing) -> None:
    document = a_note(ada, "One.")
    write(ada, document, "Two.")
    share(ada, document, pairing)
    write(ada, document, "Three.")

    assert acts(bo, document) == [(4, What.SAVED), (3, What.SHARED)]
    assert versions.history(by=bo.keyholder, document=document)[1].names == ("Bo",)
    with pytest.raises(NoSuchVersion):
        versions.read_version(by=bo.keyholder, document=document, number=2)


@pytest.mark.parametrize("person", ["bo", "cy", "di", "gus"])
def test_nobody_but_the_owner_writes_a_version(
    person: str, ada: Person, bo: Person, cy: Person, di: Person, pairing: Pairing
) -> None:
    document = shared_note(ada, pairing, "One.")
    stranger = {"bo": bo, "cy": cy, "di": di, "gus": a_seeker("Another.")}[person].keyholder
    content = a_content("Not Ada's.")

    with pytest.raises(NotYours):
        editing.save(by=stranger, document=document, content=content, base=2, on=TODAY)
    with pytest.raises(NotYours):
        editing.rename(by=stranger, document=document, title="Not Ada's", on=TODAY)
    with pytest.raises(NotYours):
        editing.restore(by=stranger, document=document, number=1, on=TODAY)
    with pytest.raises(NotYours):
        editing.delete(by=stranger, document=document)
    assert Version.objects.count() == 2


def test_the_database_refuses_a_version_of_an_adviser(ada: Person, bo: Person, pairing: Pairing) -> None:
    document = shared_note(ada, pairing, "One.")
    version = Version.objects.get(document=document, number=2)
    version.pk, version.number, version.written_at_id = uuid4(), 3, bo.member.pk

    with pytest.raises(IntegrityError):
        keep(version)


@transaction.atomic
def keep(version: Version) -> None:
    version.save(force_insert=True)
    connection.check_constraints()


def test_a_stranger_reads_nothing(ada: Person, bo: Person, cy: Person, pairing: Pairing) -> None:
    document = shared_note(ada, pairing, "One.")

    with pytest.raises(NotYours):
        read(cy, document)
    assert versions.history(by=cy.keyholder, document=document) == []
    assert list(Document.objects.for_member(cy.member)) == []
    assert list(Document.objects.for_owner(bo.member)) == []
    assert list(Document.objects.for_reader(ada.member)) == []


def test_rows_that_were_swapped_are_refused(ada: Person) -> None:
    document = a_note(ada, "One.")
    write(ada, document, "Two.")
    first = Version.objects.get(number=1)
    Version.objects.filter(number=2).update(sealed=bytes(first.sealed), sealed_deed=bytes(first.sealed_deed))

    with pytest.raises(NotOpened):
        read(ada, document)


def test_deleted_it_is_gone_with_everything_in_it(ada: Person) -> None:
    document = a_note(ada, "One.")
    editing.delete(by=ada.keyholder, document=document)

    assert not Document.objects.exists()
    assert not Version.objects.exists()
    assert not Part.objects.exists()
    with pytest.raises(NotYours):
        editing.delete(by=ada.keyholder, document=document)


def test_after_burning_nothing_is_begun_or_saved(ada: Person) -> None:
    document, keyholder = a_note(ada, "One."), ada.keyholder
    burning.burn(request=ada.request)

    with pytest.raises(NotYours):
        editing.begin(by=keyholder, kind="note", content=a_content("Two."), on=TODAY)
    with pytest.raises(NotYours):
        editing.save(by=keyholder, document=document, content=a_content("Two."), base=1, on=TODAY)
    assert not Desk.objects.exists()
