"""Files on a desk: sealed in parts, and read by whoever reads the document."""

from dataclasses import replace
from uuid import uuid4

import pytest

from offramp.documents import editing, files, sealing, sharing, versions
from offramp.documents.deeds import What
from offramp.documents.epochs import NotYours
from offramp.documents.models import Document, Epoch, File, Part, Version
from offramp.pairing import burning
from offramp.pairing.models import Pairing
from offramp.people.models.sealed_file import Cleaned, Filed, NoSuchFile
from offramp.sealed.failures import NotOpened
from tests.cast import TODAY, Person
from tests.documents.papers import a_note, read, share

RESUME = Cleaned(
    name="resume.pdf",
    media="application/pdf",
    body=b"%PDF-1.7 \x00\xff cleaned",
    removed=({"what": "author", "was": "Ada L."},),
    pictures=(b"\x89PNG one", b"\x89PNG two"),
    view=("Page one 👩‍🚒", "صفحة"),
)


def begin(person: Person) -> Document:
    return files.begin(by=person.keyholder, cleaned=RESUME, title="My résumé", on=TODAY)


def first(person: Person, document: Document) -> Filed:
    return files.listed(read(person, document))[0]


def test_a_file_comes_back_as_it_was_with_its_pages_and_what_was_removed(ada: Person) -> None:
    document = begin(ada)

    filed = first(ada, document)
    assert (filed.name, filed.media, filed.size, filed.pages) == ("My résumé.pdf", "application/pdf", 19, 2)
    assert filed.removed == ({"what": "author", "was": "Ada L."},)
    assert files.read_body(document=document, filed=filed) == RESUME.body
    assert files.read_picture(document=document, filed=filed, page=2) == b"\x89PNG two"
    assert files.read_view(document=document, filed=filed) == ["Page one 👩‍🚒", "صفحة"]
    assert (read(ada, document).title, read(ada, document).deed.what) == ("My résumé", What.FILED)


def test_the_name_it_came_with_stands_in_no_version_and_an_old_one_that_has_it_opens(
    ada: Person, bo: Person, pairing: Pairing
) -> None:
    document = begin(ada)
    assert "resume.pdf" not in str(read(ada, document).content)

    version = document.versions.select_related("epoch").get()
    (item,) = read(ada, document).content["files"]
    old = read(ada, document).content | {"files": [item | {"name": "Lovelace.pdf"}]}
    key = ada.keyholder.key(Epoch.KIND, version.epoch_id)
    version.sealed = sealing.seal(old, version, kind=Version.KIND, key=key)
    version.save()
    assert first(ada, document).name == "My résumé.pdf"

    share(ada, document, pairing)
    assert "Lovelace" not in str(read(bo, document).content)
    assert first(bo, document).name == "My résumé.pdf"


def test_the_same_draft_sent_twice_is_one_file(ada: Person) -> None:
    draft = uuid4()
    for _ in range(2):
        document = files.begin(by=ada.keyholder, cleaned=RESUME, title="", on=TODAY, draft=draft)

    assert File.objects.count() == 1
    assert files.read_body(document=document, filed=first(ada, document)) == RESUME.body


def test_another_file_under_the_draft_of_the_first_is_kept_too(ada: Person) -> None:
    draft = uuid4()
    for body in (b"%PDF one", b"%PDF two"):
        cleaned = replace(RESUME, body=body)
        files.begin(by=ada.keyholder, cleaned=cleaned, title="", on=TODAY, draft=draft)

    bodies = {files.read_body(document=one, filed=first(ada, one)) for one in Document.objects.all()}
    assert bodies == {b"%PDF one", b"%PDF two"}


def test_a_draft_of_something_else_takes_no_file(ada: Person) -> None:
    note = a_note(ada, "One.")

    with pytest.raises(NotYours):
        files.begin(by=ada.keyholder, cleaned=RESUME, title="", on=TODAY, draft=note.pk)
    assert files.listed(read(ada, note)) == []
    assert not File.objects.exists()


def test_whoever_it_is_shared_with_reads_it_and_others_do_not(
    ada: Person, bo: Person, cy: Person, pairing: Pairing
) -> None:
    document = begin(ada)
    share(ada, document, pairing)
    filed = files.find(by=bo.keyholder, document=document, file_id=first(ada, document).file_id)
    assert files.read_body(document=document, filed=filed) == RESUME.body
    with pytest.raises(NotYours):
        files.find(by=cy.keyholder, document=document, file_id=filed.file_id)

    sharing.unshare(by=ada.keyholder, document=document)
    with pytest.raises(NotYours):
        files.find(by=bo.keyholder, document=document, file_id=filed.file_id)


def test_what_a_document_does_not_show_is_not_there(ada: Person) -> None:
    document, other = begin(ada), begin(ada)
    filed = first(ada, document)

    with pytest.raises(NoSuchFile):
        files.find(by=ada.keyholder, document=document, file_id=first(ada, other).file_id)
    with pytest.raises(NoSuchFile):
        files.read_body(document=other, filed=filed)
    for page in (0, 3, -1):
        with pytest.raises(NoSuchFile):
            files.read_picture(document=document, filed=filed, page=page)


def test_pages_that_were_swapped_are_refused(ada: Person) -> None:
    document = begin(ada)
    body = Part.objects.get(number=Part.BODY)
    Part.objects.filter(number=Part.FIRST_PICTURE).update(sealed=bytes(body.sealed))

    with pytest.raises(NotOpened):
        files.read_picture(document=document, filed=first(ada, document), page=1)


def test_nothing_of_a_file_stands_in_clear(ada: Person) -> None:
    begin(ada)

    stored = b"".join(bytes(part.sealed) for part in Part.objects.all())
    for known in (RESUME.body, b"PNG", "صفحة".encode()):
        assert known not in stored


@pytest.mark.parametrize("how", ["deleted", "burned"])
def test_a_file_goes_with_its_document(how: str, ada: Person) -> None:
    document = begin(ada)
    if how == "deleted":
        editing.delete(by=ada.keyholder, document=document)
    else:
        burning.burn(request=ada.request)

    assert not File.objects.exists()
    assert not Part.objects.exists()


def test_a_file_taken_off_the_document_is_still_in_its_earlier_version(ada: Person) -> None:
    document = begin(ada)
    editing.save(by=ada.keyholder, document=document, content={"title": "", "files": []}, base=1, on=TODAY)

    earlier = versions.read_version(by=ada.keyholder, document=document, number=1)
    assert files.read_body(document=document, filed=files.listed(earlier)[0]) == RESUME.body
