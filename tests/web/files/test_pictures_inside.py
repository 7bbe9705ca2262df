"""A document's pictures are seen before it is saved, by its owner and by its adviser."""

from datetime import date

from django.test import Client

from offramp.documents.models import Document, File
from offramp.pairing import desk
from offramp.threads.models import Attachment
from tests.files import pictures, word_files
from tests.files.canaries import KEPT
from tests.files.test_view import word_showing
from tests.web.files.conftest import Scene
from tests.web.files.sending import addresses, bring, enclose
from tests.web.signing_in import words

NOTHING = "There is nothing on this page that can be shown here."


def test_a_document_of_one_photograph_shows_it_and_says_nothing_of_nothing(at_home: Client) -> None:
    answer = bring(at_home, word_showing([pictures.jpeg()]), name="me.docx")

    (picture,) = addresses(answer, r"/place/desk/[^\"]*/pages/1/")
    assert 'width="640" height="480" alt="Picture 1"' in words(answer)
    assert NOTHING not in words(answer)
    shown = at_home.get(picture)
    assert (shown.status_code, shown.headers["Content-Type"]) == (200, "image/jpeg")
    assert shown.content.startswith(b"\xff\xd8\xff")


def test_it_stands_between_the_words(at_home: Client) -> None:
    page = words(bring(at_home, word_files.word(), name="a.docx"))

    assert page.index(KEPT) < page.index('alt="Picture 1"') < page.index("I write reports.")


def test_what_is_not_shown_is_counted(at_home: Client) -> None:
    small = [pictures.encoded(pictures.pixels((8, side)), "PNG") for side in range(8, 30)]

    page = words(bring(at_home, word_showing(small), name="a.docx"))

    assert page.count('alt="Picture ') == 20
    assert "2 more pictures are in the file and not shown here." in page


def test_its_adviser_sees_it_on_the_desk_and_in_the_conversation(
    at_home: Client, at_caseload: Client, scene: Scene, today: date
) -> None:
    bring(at_home, word_files.word(), name="a.docx")
    document, paired = Document.objects.get(), scene.pairing
    desk.share(by=scene.ada.keyholder, document=document, pairing=paired, on=today)
    enclose(at_home, word_files.word(), name="a.docx")

    for theirs in (
        f"/caseload/{paired.pk}/desk/{document.pk}/files/{File.objects.get().pk}/",
        f"/caseload/{paired.pk}/files/{Attachment.objects.get().pk}/",
    ):
        assert addresses(at_caseload.get(theirs), r"[^\"]*/pages/\d+/") == [f"{theirs}pages/1/"]
        assert at_caseload.get(f"{theirs}pages/1/").content.startswith(b"\xff\xd8\xff")
        assert at_caseload.get(f"{theirs}pages/2/").status_code == 404
