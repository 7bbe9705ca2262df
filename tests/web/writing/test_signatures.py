"""Organizers let a letter be signed, look at each name, take one away, and take the names along."""

import csv
import io
import re
from datetime import timedelta

import pytest
from django.test import Client

from offramp.journal.models import Entry
from offramp.letters.models import Letter
from offramp.signatures import signing
from offramp.signatures.models import Signature
from offramp.web.writing import signatures
from tests.cast import Person, an_adviser
from tests.letters.letters import a_public_letter
from tests.signatures.signed import NOW, an_open_letter, asked, signed, standing
from tests.web.signing_in import Answer, send, staff_visit, words
from tests.web.visitors import visitor


@pytest.fixture
def client(di: Person) -> Client:
    return staff_visit(di)


def at(letter: Letter, more: str = "signatures/") -> str:
    return f"/writing/{letter.pk}/{more}"


def do(client: Client, letter: Letter, act: str, **typed: str | list[str]) -> str:
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
    standing(letter, "Ada")

    do(client, letter, "signing/end/")

    assert "<bdi>Ada</bdi>" in words(visitor().get("/letters/a-letter/"))


def row(one: Signature) -> str:
    """As the page writes it into its form."""
    return f"{one.pk} {one.name}"


def test_every_name_waits_and_is_let_stand_as_it_was_seen(client: Client) -> None:
    letter = an_open_letter()
    held = signed(letter, "Ada")
    seen = row(held)
    assert "One name waits for you" in words(client.get(at(letter, "")))
    assert f'name="seen" value="{seen}"' in words(client.get(at(letter)))

    signing.settle(key=held.key, name="Something rude", now=NOW)
    assert do(client, letter, "signatures/standing/", seen=seen) == "signature-stood-otherwise"
    signing.settle(key=held.key, name="Ada", now=NOW)
    assert do(client, letter, "signatures/standing/", seen=seen) == "name-stands"

    assert "<bdi>Ada</bdi>" in words(visitor().get("/letters/a-letter/"))


def test_all_names_of_a_page_are_let_stand_in_one_press(client: Client) -> None:
    letter = an_open_letter()
    ada, bo = signed(letter, "Ada"), signed(letter, 'Bo "the"', "bo@example.org")
    seen = [row(ada), row(bo)]
    assert "Let all on this page stand" in words(client.get(at(letter)))

    assert do(client, letter, "signatures/standing/", seen=seen) == "names-stand"

    assert {one.name for one in Signature.objects.named()} == {"Ada", 'Bo "the"'}
    assert "Let all on this page stand" not in words(client.get(at(letter)))


def test_a_name_changed_meanwhile_is_not_let_through_with_the_others(client: Client) -> None:
    letter = an_open_letter()
    ada, bo = signed(letter, "Ada"), signed(letter, "Bo", "bo@example.org")
    seen = [row(ada), row(bo)]
    signing.settle(key=bo.key, name="Something rude", now=NOW)

    assert do(client, letter, "signatures/standing/", seen=seen) == "some-names-stand"

    below = words(visitor().get("/letters/a-letter/"))
    assert ("Ada" in below, "rude" in below) == (True, False)


def test_a_name_that_should_be_looked_at_twice_stands_first_with_its_reason(client: Client) -> None:
    letter = an_open_letter()
    signed(letter, "Ada", now=NOW - timedelta(days=1))
    signed(letter, "Bo 555 0199", "bo@example.org")

    shown = words(client.get(at(letter)))

    assert "it looks like an address or a number" in shown
    assert shown.index("Bo 555 0199") < shown.index("<bdi>Ada</bdi>")


def test_what_no_page_of_ours_wrote_lets_nothing_stand(client: Client) -> None:
    letter = an_open_letter()
    one = signed(letter, "Ada")

    for seen in ("", "Ada", f"{one.pk}", f"{one.pk} ada", f"x{one.pk} Ada", f"{one.pk}\0"):
        assert do(client, letter, "signatures/standing/", seen=seen) == "signature-stood-otherwise"

    assert Signature.objects.get().is_held


def test_more_names_than_a_page_holds_are_counted_and_the_longest_waiting_come_first(client: Client) -> None:
    letter = an_open_letter()
    for number in range(3):
        signed(letter, f"Name {'xyz'[number]}", f"n{number}@example.org", now=NOW + timedelta(days=number))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(signatures, "A_PAGE", 2)
        shown = words(client.get(at(letter)))

    assert "3 wait in all" in shown
    assert ("Name x" in shown, "Name y" in shown, "Name z" in shown) == (True, True, False)


def test_the_browser_judges_no_pasted_address_in_words_of_its_own(client: Client) -> None:
    """`Ada <ada@example.org>` is read, and what cannot be read is said in ours."""
    [field] = re.findall('<input id="email"[^>]*>', words(client.get(at(an_open_letter()))))

    assert 'type="text"' in field
    assert 'maxlength="400"' in field


def test_a_signature_is_taken_away_and_the_journal_says_who_did_it(client: Client) -> None:
    letter = an_open_letter()
    one = signed(letter, "Ada")

    assert do(client, letter, f"signatures/{one.pk}/removal/") == "signature-removed"
    assert do(client, letter, f"signatures/{one.pk}/removal/") == "signature-stood-otherwise"

    assert not Signature.objects.exists()
    assert Entry.objects.filter(kind=Entry.Kind.SIGNATURE_REMOVED, subject_id=letter.pk).count() == 1


def test_no_page_shows_an_address(client: Client) -> None:
    letter = an_open_letter()
    standing(letter, "Ada", "one-address@example.org")
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
    standing(letter, "Ñusta")
    standing(letter, "=HYPERLINK", "bo@example.org")
    signed(letter, "Cy", "cy@example.org")
    signed(letter, "", "di@example.org")

    answer = client.get(at(letter, "signatures/file/"))
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))

    assert answer["Content-Disposition"] == 'attachment; filename="signatures-a-letter.csv"'
    assert rows[0] == ["Name", "Signed on"]
    assert sorted(rows[1:3]) == [["'=HYPERLINK", "2030-03-04"], ["Ñusta", "2030-03-04"]]
    assert rows[3] == ["(without a name)", "2"]


def test_the_sheet_to_print_holds_the_count_and_the_names(client: Client) -> None:
    letter = an_open_letter()
    standing(letter, "Ada")
    signed(letter, "", "bo@example.org")

    sheet = words(client.get(at(letter, "signatures/names/")))

    assert "<bdi>Ada</bdi>" in sheet
    assert ": 2</p>" in sheet


def test_an_adviser_finds_nothing_there(ed: Person) -> None:
    letter = an_open_letter()
    one = signed(letter, "Ada")
    bo = staff_visit(an_adviser("Bo"))
    typed = {"csrfmiddlewaretoken": bo.get("/caseload/").context["csrf_token"], "seen": row(one)}

    acts = ("standing/", f"{one.pk}/removal/")
    for more in ("signing/", "signing/end/", *(f"signatures/{act}" for act in acts)):
        assert bo.post(at(letter, more), typed).status_code == 404
    for more in ("", "names/", "file/"):
        assert bo.get(at(letter, f"signatures/{more}")).status_code == 404
    assert Signature.objects.get().is_held
