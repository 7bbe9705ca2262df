"""Organizers let a letter be signed, look at names, take one away, and take the names along."""

import csv
import io

import pytest
from django.test import Client

from offramp.journal.models import Entry
from offramp.letters.models import Letter
from offramp.signatures.models import Signature
from tests.cast import Person, an_adviser
from tests.letters.letters import a_public_letter
from tests.signatures.signed import an_open_letter, asked, signed
from tests.web.signing_in import Answer, send, staff_visit, words
from tests.web.visitors import visitor


@pytest.fixture
def client(di: Person) -> Client:
    return staff_visit(di)


def at(letter: Letter, more: str = "signatures/") -> str:
    return f"/writing/{letter.pk}/{more}"


def do(client: Client, letter: Letter, act: str, **typed: str) -> str:
    answer: Answer = send(client, at(letter, act), typed, form_at=at(letter, ""))
    assert answer.status_code == 302
    return str(answer["Location"].partition("told=")[2])


def test_a_letter_is_signed_once_an_organizer_says_so(client: Client) -> None:
    letter = a_public_letter()
    assert "Sign this letter" not in words(visitor().get("/letters/a-letter/"))

    assert do(client, letter, "signing/") == "signing-open"
    assert do(client, letter, "signing/") == "letter-stood-otherwise"
    assert "Sign this letter" in words(visitor().get("/letters/a-letter/"))

    assert do(client, letter, "signing/end/") == "signing-closed"
    assert do(client, letter, "signing/end/") == "letter-stood-otherwise"
    assert "Sign this letter" not in words(visitor().get("/letters/a-letter/"))


def test_who_signed_stays_when_a_letter_takes_no_more(client: Client) -> None:
    letter = an_open_letter()
    signed(letter, "Ada")

    do(client, letter, "signing/end/")

    assert "<bdi>Ada</bdi>" in words(visitor().get("/letters/a-letter/"))


def test_an_odd_name_waits_with_its_reason_and_is_let_stand(client: Client) -> None:
    letter = an_open_letter()
    held = signed(letter, "Ada 555 0199")
    assert "One name waits for you" in words(client.get(at(letter, "")))
    assert "it looks like an address or a number" in words(client.get(at(letter)))

    assert do(client, letter, f"signatures/{held.pk}/standing/", seen="Ada") == "signature-stood-otherwise"
    assert do(client, letter, f"signatures/{held.pk}/standing/", seen="Ada 555 0199") == "name-stands"

    assert "<bdi>Ada 555 0199</bdi>" in words(visitor().get("/letters/a-letter/"))


def test_a_signature_is_taken_away_and_the_journal_says_who_did_it(client: Client) -> None:
    letter = an_open_letter()
    one = signed(letter, "Ada")

    assert do(client, letter, f"signatures/{one.pk}/removal/") == "signature-removed"
    assert do(client, letter, f"signatures/{one.pk}/removal/") == "signature-stood-otherwise"

    assert not Signature.objects.exists()
    assert Entry.objects.filter(kind=Entry.Kind.SIGNATURE_REMOVED, subject_id=letter.pk).count() == 1


def test_no_page_shows_an_address(client: Client) -> None:
    letter = an_open_letter()
    signed(letter, "Ada", "one-address@example.org")
    signed(letter, "Ada <3", "another-address@example.org")
    asked(letter, "Bo", "third-address@example.org")

    for more in ("", "signatures/", "signatures/names/", "signatures/file/"):
        assert "address@" not in words(client.get(at(letter, more)))
    assert "Bo" not in words(client.get(at(letter)))


def test_who_lost_the_link_is_taken_out_by_the_address(client: Client) -> None:
    letter = an_open_letter()
    signed(letter, "Ada")

    assert do(client, letter, "signatures/erasure/", email="bo@example.org") == "no-signature-there"
    wrong = send(client, at(letter, "signatures/erasure/"), {"email": "ada"}, form_at=at(letter))
    assert wrong.status_code == 400
    assert "That is not an e-mail address." in words(wrong)
    assert do(client, letter, "signatures/erasure/", email="Ada@Example.org") == "signature-removed"

    assert not Signature.objects.exists()


def test_the_names_are_taken_along_for_a_spreadsheet(client: Client) -> None:
    letter = an_open_letter()
    signed(letter, "Ñusta")
    signed(letter, "=HYPERLINK", "bo@example.org")
    Signature.objects.update(is_held=False)
    signed(letter, "Held <3", "cy@example.org")
    signed(letter, "", "di@example.org")

    answer = client.get(at(letter, "signatures/file/"))
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))

    assert answer["Content-Disposition"] == 'attachment; filename="signatures-a-letter.csv"'
    assert rows[0] == ["Name", "Signed on"]
    assert sorted(rows[1:3]) == [["'=HYPERLINK", "2030-03-04"], ["Ñusta", "2030-03-04"]]
    assert rows[3] == ["(without a name)", "2"]


def test_the_sheet_to_print_holds_the_count_and_the_names(client: Client) -> None:
    letter = an_open_letter()
    signed(letter, "Ada")
    signed(letter, "", "bo@example.org")

    sheet = words(client.get(at(letter, "signatures/names/")))

    assert "<bdi>Ada</bdi>" in sheet
    assert ": 2</p>" in sheet


def test_an_adviser_finds_nothing_there(ed: Person) -> None:
    letter = an_open_letter()
    one = signed(letter, "Ada <3")
    bo = staff_visit(an_adviser("Bo"))
    typed = {"csrfmiddlewaretoken": bo.get("/caseload/").context["csrf_token"], "seen": "Ada <3"}

    acts = ("standing", "removal")
    for more in ("signing/", "signing/end/", *(f"signatures/{one.pk}/{act}/" for act in acts)):
        assert bo.post(at(letter, more), typed).status_code == 404
    for more in ("", "names/", "file/"):
        assert bo.get(at(letter, f"signatures/{more}")).status_code == 404
    assert Signature.objects.get().is_held
