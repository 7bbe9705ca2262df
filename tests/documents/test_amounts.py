"""A desk holds much, and not without end; an honest one is far below."""

from uuid import uuid4

import pytest

from offramp.documents import amounts, comments, editing, files, private
from offramp.documents.amounts import (
    TooManyDocuments,
    TooManyFiles,
    TooManyVersions,
    TooMuchSaid,
    TooMuchWritten,
)
from offramp.documents.models import Comment, Document, File, Part, Suggestion, Version
from offramp.documents.proposals import Change
from offramp.pairing.models import Pairing
from offramp.people.models.sealed_file import Cleaned
from tests.cast import TODAY, Person
from tests.documents.papers import a_note, propose, read, share, shared_note, write

FILE = Cleaned(name="a.txt", media="text/plain", body=bytes(30_000), pictures=(bytes(30_000),), view=({},))


def bring(person: Person) -> Document:
    return files.begin(by=person.keyholder, cleaned=FILE, title="", on=TODAY)


def test_one_document_too_many_is_not_begun_and_the_same_draft_again_is_no_more(
    ada: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(amounts, "MOST_DOCUMENTS", 2)
    draft, note = uuid4(), {"title": "Plan", "paragraphs": []}
    a_note(ada, "One.")
    for _ in range(2):
        editing.begin(by=ada.keyholder, kind="note", content=note, on=TODAY, draft=draft)

    with pytest.raises(TooManyDocuments):
        a_note(ada, "Three.")
    assert Document.objects.count() == 2


def test_a_full_desk_still_keeps_what_the_program_notes_for_itself(
    ada: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(amounts, "MOST_DOCUMENTS", 1)
    a_note(ada, "One.")
    for trace in "ab":
        private.dismiss(by=ada.keyholder, traces=[trace], on=TODAY)

    assert private.read(by=ada.keyholder).dismissed == {"a", "b"}
    with pytest.raises(TooManyDocuments):
        a_note(ada, "Two.")


def test_a_document_that_was_saved_too_often_stays_as_it_is(
    ada: Person, pairing: Pairing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(amounts, "MOST_VERSIONS", 2)
    note = a_note(ada, "One.")
    write(ada, note, "Two.")

    with pytest.raises(TooManyVersions):
        write(ada, note, "Three.")
    with pytest.raises(TooManyVersions):
        share(ada, note, pairing)
    assert [place.text for place in read(ada, note).places] == ["Plan", "Two."]
    assert Document.objects.get().reader is None


def test_all_versions_together_take_so_much_and_no_more(ada: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    note = a_note(ada, "One.")
    write(ada, note, "x" * 9_000)
    monkeypatch.setattr(amounts, "MOST_WRITTEN", 30_000)
    write(ada, note, "y" * 9_000)  # so few that nobody counts
    monkeypatch.setattr(amounts, "FEW", 2)

    with pytest.raises(TooMuchWritten):
        a_note(ada, "z" * 9_000)
    assert Version.objects.count() == 3


@pytest.mark.parametrize(("most", "bytes_of_all"), [(1, 10**9), (9, 100_000)])
def test_files_are_bounded_in_number_and_size(
    ada: Person, monkeypatch: pytest.MonkeyPatch, most: int, bytes_of_all: int
) -> None:
    monkeypatch.setattr(amounts, "MOST_FILES", most)
    monkeypatch.setattr(amounts, "MOST_FILED", bytes_of_all)
    bring(ada)

    with pytest.raises(TooManyFiles):
        bring(ada)
    assert (Document.objects.count(), File.objects.count(), Part.objects.count()) == (1, 1, 3)


def test_nobody_suggests_or_says_without_end(
    ada: Person, bo: Person, pairing: Pairing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(amounts, "MOST_SUGGESTIONS", 1)
    monkeypatch.setattr(amounts, "MOST_COMMENTS", 1)
    note = shared_note(ada, pairing, "One.")
    suggestion = propose(bo, note, Change("paragraphs/p1", old="One.", new="1."))
    comment = comments.put(by=bo.keyholder, document=note, path="", text="Well.", on=TODAY)

    with pytest.raises(TooMuchSaid):
        propose(bo, note, Change("title", old="Plan", new="P"))
    with pytest.raises(TooMuchSaid):
        comments.answer(by=ada.keyholder, comment=comment, text="Yes.", on=TODAY)
    assert (list(Suggestion.objects.all()), list(Comment.objects.all())) == ([suggestion], [comment])
