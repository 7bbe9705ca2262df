"""A file that goes with a message: whoever opens the message opens it, and nobody else."""

import html
import re
from base64 import b64decode
from datetime import date

import pytest
from django.test import Client

from offramp.pairing import burning, conversation, endings, successors
from offramp.pairing.models import Pairing
from offramp.threads.models import Attachment, AttachmentPart, Message
from offramp.web.place import files
from tests.cast import Person, a_seeker, paired
from tests.files import pdfs, planted
from tests.web.files.conftest import Scene
from tests.web.files.sending import NAME, PLACE, TALK, addresses, bring, chosen, enclose
from tests.web.signing_in import seeker_visit, send, staff_visit, words
from tests.web.test_headers import EVERY_ANSWER, NOT_TO_BE_FOUND, headers_of

TALKING = "/caseload/{}/"


@pytest.fixture
def hers(at_home: Client, pairing: Pairing) -> str:
    """Where Ada opens what she sent."""
    assert enclose(at_home, pdfs.pdf()).status_code == 200
    return f"/place/files/{Attachment.objects.get().pk}/"


def his(pairing: Pairing) -> str:
    """Where an adviser opens it."""
    return f"/caseload/{pairing.pk}/files/{Attachment.objects.get().pk}/"


def each(safe_view: str) -> list[str]:
    return [safe_view, f"{safe_view}pages/1/", f"{safe_view}copy/"]


def statuses(client: Client, safe_view: str) -> set[int]:
    return {client.get(path).status_code for path in each(safe_view)}


def test_whoever_sends_it_is_told_once_what_it_said_of_them(
    at_home: Client, bo: Person, pairing: Pairing
) -> None:
    answer = enclose(at_home, pdfs.pdf())

    assert "Sent, cleaned and locked." in words(answer)
    assert "Canary Author" in words(answer)
    newest = conversation.read_as_adviser(by=bo.keyholder, pairing=pairing)[-1]
    assert (newest.text, [one.name for one in newest.files]) == ("My résumé.", ["file.pdf"])


def test_it_goes_under_the_name_that_its_owner_gave_and_never_under_the_one_it_had(
    at_home: Client, at_caseload: Client, pairing: Pairing, ada: Person
) -> None:
    talk = TALKING.format(pairing.pk)
    mine = {"file": chosen(pdfs.pdf()), "text": "My résumé.", "called": "Résumé"}
    his = {"file": chosen(planted.plain(), name="Bo Larsen.txt"), "text": "Yours.", "called": "Questions"}
    for client, path, form_at, form in (
        (at_home, TALK, PLACE, mine),
        (at_caseload, f"{talk}messages/", talk, his),
    ):
        assert "It goes out under the name “file”" in words(client.get(form_at))
        send(client, path, form, form_at=form_at)

    for page in (at_home.get(PLACE), at_caseload.get(talk)):
        assert re.findall(r"<bdi>(.*?)</bdi>", words(page)) == ["Résumé.pdf", "Questions.txt"]
    for attached in Attachment.objects.all():
        safe_views = (
            at_home.get(f"/place/files/{attached.pk}/"),
            at_caseload.get(f"{talk}files/{attached.pk}/"),
        )
        assert not any(known in words(page) for page in safe_views for known in ("Lovelace", "Larsen"))


def test_the_name_for_a_file_comes_back_with_a_form_that_could_not_be_sent(
    at_home: Client, pairing: Pairing
) -> None:
    fields = {"file": chosen(b"", name="a.pdf"), "text": "Look.", "called": "Résumé"}

    answer = send(at_home, TALK, fields, form_at=PLACE)

    assert answer.status_code == 400
    assert '<details class="called" open>' in words(answer)
    assert 'value="Résumé"' in words(answer)


def test_both_find_it_below_the_message_with_what_was_taken_out(
    at_home: Client, at_caseload: Client, hers: str, pairing: Pairing
) -> None:
    place, talk = at_home.get(PLACE), at_caseload.get(TALKING.format(pairing.pk))

    assert addresses(place, r"/place/files/[^\"]*") == [hers]
    assert addresses(talk, r"/caseload/[^\"/]*/files/[^\"]*") == [his(pairing)]
    for page in (place, talk):
        assert "Taken out: the author, the company" in " ".join(words(page).split())
        assert "Canary" not in words(page)


def test_both_look_at_it_safely_and_save_it_under_a_name_that_says_nothing(
    at_home: Client, at_caseload: Client, hers: str, pairing: Pairing
) -> None:
    for client, safe_view in ((at_home, hers), (at_caseload, his(pairing))):
        page, picture, copy = (client.get(path) for path in each(safe_view))
        assert addresses(page, r"[^\"]*/pages/\d+/") == [f"{safe_view}pages/1/", f"{safe_view}pages/2/"]
        assert picture.content.startswith(b"\xff\xd8\xff")
        assert copy.content.startswith(b"%PDF-")
        shut = {"Content-Security-Policy": "default-src 'none'; sandbox", "Cache-Control": "no-store"}
        shut |= {"Content-Language": "en", "Vary": copy.headers["Vary"], "Content-Type": "application/pdf"}
        shut |= {"Content-Disposition": 'attachment; filename="file-1.pdf"'}
        assert headers_of(copy) == EVERY_ANSWER | NOT_TO_BE_FOUND | shut


def test_an_adviser_sends_one_back(
    at_home: Client, at_caseload: Client, pairing: Pairing, ada: Person
) -> None:
    talk = TALKING.format(pairing.pk)
    form = {"text": "Read this.", "file": chosen(planted.plain(), name="b.txt")}
    answer = send(at_caseload, f"{talk}messages/", form, form_at=talk)

    assert "They can open it, and nobody else." in words(answer)
    (hers,) = addresses(at_home.get(PLACE), r"/place/files/[^\"]*")
    assert "I trained forty" in words(at_home.get(hers))


def test_a_draft_is_kept_without_a_file(at_caseload: Client, pairing: Pairing) -> None:
    talk = TALKING.format(pairing.pk)

    assert 'formenctype="application/x-www-form-urlencoded"' in words(at_caseload.get(talk))


def test_sent_twice_it_is_one_message_and_another_file_another(at_home: Client, pairing: Pairing) -> None:
    before = Message.objects.count()
    for _ in range(2):
        enclose(at_home, planted.plain())
    assert (Message.objects.count(), Attachment.objects.count()) == (before + 1, 1)

    enclose(at_home, planted.plain() + b" And more.")
    assert (Message.objects.count(), Attachment.objects.count()) == (before + 2, 2)

    send(at_home, TALK, {"text": "My résumé."}, form_at=PLACE)
    assert Message.objects.count() == before + 3


def test_nothing_of_it_stands_in_the_clear(hers: str) -> None:
    stored = [bytes(part.sealed) for part in AttachmentPart.objects.all()]
    stored += [bytes(message.sealed) for message in Message.objects.all()]

    for known in (b"%PDF-1", b"\xff\xd8\xff\xe0\x00\x10JFIF", NAME.encode(), b"author", b"trained", b"anary"):
        assert known not in b"".join(stored)


def test_to_strangers_it_is_not_there(
    hers: str, cy: Person, di: Person, pairing: Pairing, today: date
) -> None:
    gus = a_seeker("Another.", today=today)
    theirs = paired(gus, cy, di, today=today)
    seeker, adviser, organizer = seeker_visit(gus), staff_visit(cy), staff_visit(di)

    for stranger in (seeker, adviser, organizer):
        assert statuses(stranger, hers) == statuses(stranger, his(pairing)) == {404}
    # Of one's own conversation, but not in it.
    assert statuses(adviser, his(theirs)) == {404}


def test_the_former_adviser_opens_nothing_and_the_next_one_only_what_the_seeker_lets_them(
    hers: str, scene: Scene, at_home: Client, at_caseload: Client, today: date
) -> None:
    ada, cy, di, pairing = scene.ada, scene.cy, scene.di, scene.pairing
    endings.change_adviser(by=ada.keyholder, request=ada.request, text="", on=today)
    assert statuses(at_caseload, his(pairing)) == {404}
    assert statuses(at_home, hers) == {200}

    second, visit = paired(ada, cy, di, today=today), staff_visit(cy)
    assert statuses(visit, his(second)) == {404}

    successors.let_read_earlier(by=ada.keyholder, pairing=second)
    assert statuses(visit, his(second)) == {200}
    assert statuses(at_caseload, his(second)) == {404}


def test_burned_it_is_gone(hers: str, ada: Person) -> None:
    burning.burn(request=ada.request)

    assert not Attachment.objects.exists()
    assert not AttachmentPart.objects.exists()


def test_only_pages_with_the_field_may_send_from_a_script(at_home: Client, pairing: Pairing) -> None:
    policies = {
        path: at_home.get(path).headers["Content-Security-Policy"] for path in (PLACE, "/place/stay/")
    }

    assert policies[PLACE] == f"{policies['/place/stay/']}; connect-src 'self'"


def test_everything_is_taken_along_in_one_file_that_opens_anywhere(at_home: Client, pairing: Pairing) -> None:
    bring(at_home, planted.plain(), name="Mine.txt")
    enclose(at_home, pdfs.pdf())

    along = words(send(at_home, "/place/copy/"))

    assert [re.sub(r'href="[^"]*"', "", one) for one in re.findall(r"<a (.*?)</a>", along)] == [
        'download="file-2.pdf" ><bdi>file.pdf</bdi>',  # below its message
        'download="file-1.txt" ><bdi>Mine.txt</bdi>',  # below the title of its document
    ]
    assert along.index("My résumé.") < along.index("file.pdf") < along.index(">Mine</h3>")
    (text,) = re.findall(r'<a download="file-1.txt" href="data:text/plain;base64,([^"]+)"', along)
    assert b"I trained forty" in b64decode(html.unescape(text))
    (paper,) = re.findall(r'<a download="file-2.pdf" href="data:application/pdf;base64,([^"]+)"', along)
    assert b64decode(html.unescape(paper)).startswith(b"%PDF-")


def test_what_is_too_large_to_be_taken_along_is_named_with_its_link(
    at_home: Client, hers: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "LARGEST_TOGETHER", 1_000)

    assert addresses(at_home.get("/place/copy/"), r"/place/files/[^\"]*") == [f"{hers}copy/"]
    along = words(send(at_home, "/place/copy/"))
    assert "Not in this file, as it is too large" in along
    assert "base64" not in along
