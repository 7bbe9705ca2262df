"""A file on the desk: cleaned, told of, looked at safely, saved under a name that says nothing."""

from datetime import date

import pytest
from django.test import Client

from offramp.documents.models import Document, File, Part
from offramp.pairing import burning, desk, endings
from offramp.pairing.models import Pairing
from tests.cast import Person, a_seeker
from tests.documents.papers import a_note
from tests.files import pdfs, pictures, planted
from tests.web.files.conftest import Scene
from tests.web.files.sending import BRING, DRAFT, addresses, bring
from tests.web.signing_in import seeker_visit, staff_visit, words
from tests.web.test_headers import EVERY_ANSWER, NOT_TO_BE_FOUND, headers_of

SHUT = {"Content-Security-Policy": "default-src 'none'; sandbox", "Cache-Control": "no-store"}


@pytest.fixture
def brought(at_home: Client) -> str:
    """Where the safe view of Ada's file is."""
    document = Document.objects.get() if bring(at_home, pdfs.pdf()) else None
    assert document
    return f"/place/desk/{document.pk}/files/{File.objects.get().pk}/"


def test_its_owner_is_told_once_what_it_said_of_them_and_that_is_kept_nowhere(at_home: Client) -> None:
    answer = bring(at_home, pdfs.pdf())

    assert answer.status_code == 200
    for told in ("the author", "Canary Author", "Canary Company", "comments", "a canary in a comment"):
        assert told in words(answer)
    (picture, *_) = addresses(answer, r"/place/desk/[^\"]*/pages/1/")
    later = words(at_home.get(picture.removesuffix("pages/1/")))
    assert "the author" in later
    assert "Canary" not in later


def test_pages_are_pictures_of_a_known_size_with_their_words(at_home: Client, brought: str) -> None:
    page = at_home.get(brought)

    assert addresses(page, r"[^\"]*/pages/\d+/") == [f"{brought}pages/1/", f"{brought}pages/2/"]
    assert 'width="1224" height="1584"' in words(page)
    assert 'loading="lazy"' in words(page)
    assert "Ada Lovelace&#x27;s résumé.pdf" in words(page)


def test_a_picture_and_the_file_are_shut_wherever_they_are_opened(at_home: Client, brought: str) -> None:
    picture, copy = at_home.get(f"{brought}pages/1/"), at_home.get(f"{brought}copy/")

    common = EVERY_ANSWER | NOT_TO_BE_FOUND | SHUT
    common |= {"Content-Language": "en", "Vary": headers_of(picture)["Vary"]}
    assert headers_of(picture) == common | {"Content-Type": "image/jpeg"}
    assert picture.content.startswith(b"\xff\xd8\xff")
    attached = {
        "Content-Type": "application/pdf",
        "Content-Disposition": 'attachment; filename="file-1.pdf"',
    }
    assert headers_of(copy) == common | attached
    assert copy.content.startswith(b"%PDF-")
    assert b"anary" not in copy.content


def test_the_same_form_sent_twice_brings_one_file(at_home: Client) -> None:
    draft = DRAFT.findall(words(at_home.get(BRING)))[0]
    first, second = (bring(at_home, planted.plain(), draft=draft, name="a.txt") for _ in range(2))

    assert first.status_code == second.status_code == 200
    assert (Document.objects.count(), File.objects.count()) == (1, 1)


def test_it_is_called_as_its_owner_likes_or_as_the_file_is(at_home: Client) -> None:
    named = bring(at_home, planted.plain(), name="cv final (3).txt", text="What I can do")
    plain = bring(at_home, planted.plain(), name="cv final (3).txt")

    assert '<h1 dir="auto">What I can do</h1>' in words(named)
    assert '<h1 dir="auto">cv final (3)</h1>' in words(plain)


def test_its_adviser_reads_the_title_and_never_the_name_that_it_had(
    at_home: Client, at_caseload: Client, scene: Scene, today: date
) -> None:
    bring(at_home, pdfs.pdf(), text="My CV")
    document, file = Document.objects.get(), File.objects.get()
    desk.share(by=scene.ada.keyholder, document=document, pairing=scene.pairing, on=today)
    theirs = f"/caseload/{scene.pairing.pk}/desk/{document.pk}/"

    for page in (at_caseload.get(theirs), at_caseload.get(f"{theirs}files/{file.pk}/")):
        assert "My CV.pdf" in words(page)
        assert "Lovelace" not in words(page)


def test_before_it_is_shared_its_owner_reads_its_name_and_can_look_at_it_once_more(
    at_home: Client, brought: str, scene: Scene, today: date
) -> None:
    document = Document.objects.get()
    sharing = f"/place/desk/{document.pk}/sharing/"
    page = words(at_home.get(sharing))
    assert "Its name: <strong><bdi>Ada Lovelace&#x27;s résumé.pdf</bdi></strong>." in page
    assert f'<a href="{brought}">Look at it once more</a>' in page
    assert f'<a href="/place/desk/{document.pk}/">Change the title</a>' in page
    assert "below" not in page

    desk.share(by=scene.ada.keyholder, document=document, pairing=scene.pairing, on=today)
    assert "It is called <bdi>Ada Lovelace&#x27;s résumé.pdf</bdi> there." in words(at_home.get(sharing))


def test_a_name_is_only_shown_and_never_believed(at_home: Client) -> None:
    answer = bring(at_home, pictures.png(), name="../..\\<b>\u202egpj.exe")

    assert answer.status_code == 200
    assert "PNG picture" in words(answer)
    assert "&lt;b&gt;gpj.png</bdi>" in words(answer)
    assert "\u202e" not in words(answer)


def test_the_document_leads_to_its_file(at_home: Client, brought: str) -> None:
    document = at_home.get(brought.partition("files/")[0])

    assert brought in words(document)


def test_nothing_of_it_stands_in_the_clear(at_home: Client, brought: str) -> None:
    stored = b"".join(bytes(part.sealed) for part in Part.objects.all())

    assert len(stored) > 10_000
    for known in (b"%PDF-1", b"\xff\xd8\xff\xe0\x00\x10JFIF", b"Lovelace", b"trained", b"anary"):
        assert known not in stored


def each(brought: str) -> list[str]:
    return [brought, f"{brought}pages/1/", f"{brought}copy/"]


def test_to_strangers_it_is_not_there(
    brought: str, bo: Person, cy: Person, di: Person, pairing: Pairing, today: date
) -> None:
    strangers = [seeker_visit(a_seeker("Another.", today=today)), *map(staff_visit, (bo, cy, di))]

    for stranger in strangers:
        assert {stranger.get(path).status_code for path in each(brought)} == {404}


def test_shared_its_adviser_opens_it_at_an_address_of_theirs_until_the_pairing_ends(
    brought: str, scene: Scene, at_caseload: Client, today: date
) -> None:
    ada, pairing = scene.ada, scene.pairing
    document = Document.objects.get()
    theirs = f"/caseload/{pairing.pk}/desk/{document.pk}/files/{File.objects.get().pk}/"
    assert {at_caseload.get(path).status_code for path in each(theirs)} == {404}

    desk.share(by=ada.keyholder, document=document, pairing=pairing, on=today)
    assert {at_caseload.get(path).status_code for path in each(theirs)} == {200}
    stranger = staff_visit(scene.cy)
    assert {stranger.get(path).status_code for path in each(theirs)} == {404}
    page = at_caseload.get(theirs)
    assert addresses(page, r"[^\"]*/pages/\d+/") == [f"{theirs}pages/1/", f"{theirs}pages/2/"]
    assert theirs in words(at_caseload.get(f"/caseload/{pairing.pk}/desk/{document.pk}/"))

    endings.change_adviser(by=ada.keyholder, request=ada.request, text="", on=today)
    assert {at_caseload.get(path).status_code for path in each(theirs)} == {404}


def test_another_file_or_page_is_not_there(at_home: Client, brought: str, pairing: Pairing) -> None:
    other = brought.replace(brought.split("/")[-2], str(pairing.pk))

    for path in (other, f"{other}pages/1/", f"{other}copy/", f"{brought}pages/3/", f"{brought}pages/0/"):
        assert at_home.get(path).status_code == 404


def test_burned_it_is_gone(at_home: Client, brought: str, ada: Person) -> None:
    burning.burn(request=ada.request)

    assert not Part.objects.exists()
    assert at_home.get(brought).status_code == 302


def test_a_form_made_up_with_the_draft_of_a_note_of_hers_brings_nothing(at_home: Client, ada: Person) -> None:
    note = a_note(ada, "Mine.")

    answer = bring(at_home, planted.plain(), draft=str(note.pk))

    assert answer.status_code == 404
    assert not File.objects.exists()


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("C:\\Users\\ada\\My résumé.txt", "My résumé"),
        ("/srv/ada/My résumé.txt", "My résumé"),
        ("<script>alert(1)</script>.txt", "A file"),
        ("---.txt", "A file"),
    ],
)
def test_a_path_gives_its_last_part_and_a_stump_is_no_title(at_home: Client, name: str, title: str) -> None:
    assert f'<h1 dir="auto">{title}</h1>' in words(bring(at_home, planted.plain(), name=name))
