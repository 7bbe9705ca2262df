"""Publishing by hand: now, on a day to come, and back again."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from offramp.journal.models import Entry
from offramp.letters.models import Letter
from tests.cast import Person, an_adviser, an_organizer
from tests.letters.letters import a_jpeg, a_letter, a_public_letter
from tests.web.signing_in import send, staff_visit, words
from tests.web.visitors import visitor


@pytest.fixture
def client(di: Person) -> Client:
    return staff_visit(di)


def do(client: Client, letter: Letter, act: str, **fields: object) -> str:
    answer = send(client, f"/writing/{letter.pk}/{act}/", fields, form_at=f"/writing/{letter.pk}/")
    assert answer.status_code == 302
    return str(answer["Location"].partition("told=")[2])


def is_read() -> bool:
    return visitor().get("/letters/a-letter/").status_code == 200


def test_a_letter_goes_out_is_withdrawn_and_comes_back(client: Client) -> None:
    letter = a_letter()

    assert do(client, letter, "publication", now="now") == "letter-published"
    assert is_read()
    assert do(client, letter, "withdrawal") == "letter-withdrawn"
    assert not is_read()
    assert do(client, letter, "withdrawal-undo") == "letter-put-back"
    assert is_read()


def test_a_letter_waits_for_its_day(client: Client) -> None:
    letter, day = a_letter(), timezone.now().date() + timedelta(days=3)

    assert do(client, letter, "publication", day=day.isoformat(), time="07:30") == "letter-scheduled"

    assert f"{Letter.objects.get().publication.at:%Y-%m-%d %H:%M}" == f"{day} 07:30"
    assert not is_read()
    assert "waits for its day" in words(client.get(f"/writing/{letter.pk}/"))
    assert do(client, letter, "withdrawal") == "letter-withdrawn"
    assert Letter.objects.get().is_draft()


def days_from_now(days: int) -> str:
    return (timezone.now().date() + timedelta(days=days)).isoformat()


@pytest.mark.parametrize(
    ("day", "time", "said"),
    [
        ("soon", "", "Enter a valid date."),
        ("", "", "Choose a day to come."),
        ("", "23:59", "Choose a day to come."),
        (days_from_now(1), "half past", "Enter a valid time."),
        (days_from_now(-365), "10:00", "This moment is over: in UTC it is"),
        (days_from_now(0), "00:00", "This moment is over: in UTC it is"),
        (days_from_now(0), "", "This moment is over: in UTC it is"),
    ],
)
def test_a_day_that_cannot_be_meant_is_said_and_nothing_published(
    client: Client, day: str, time: str, said: str
) -> None:
    letter = a_letter()
    path = f"/writing/{letter.pk}/"

    answer = send(client, f"{path}publication/", {"day": day, "time": time}, form_at=path)

    assert answer.status_code == 400
    assert said in words(answer)
    assert Letter.objects.get().is_draft()


def test_two_who_press_at_once_are_told_how_it_stands(client: Client) -> None:
    letter = a_letter()
    do(client, letter, "publication", now="now")

    assert do(client, letter, "publication", now="now") == "letter-stood-otherwise"
    assert do(client, letter, "withdrawal-undo") == "letter-stood-otherwise"
    do(client, letter, "withdrawal")
    assert do(client, letter, "withdrawal") == "letter-stood-otherwise"


def test_the_list_shows_letters_by_how_they_stand(client: Client) -> None:
    a_letter("draft", title="The draft")
    a_public_letter("public", title="The public one")
    a_public_letter("later", title="The later one", at=timezone.now() + timedelta(days=2))
    do(client, a_public_letter("gone", title="The withdrawn one"), "withdrawal")

    page = words(client.get("/writing/"))

    order = ["Drafts", "The draft", "Waiting for", "The later one", "Public", "The public one", "Withdrawn"]
    assert sorted(order, key=page.index) == order


def test_the_console_is_for_organizers_whose_fingerprint_was_compared(ed: Person) -> None:
    letter = a_letter()

    bo, fay = staff_visit(an_adviser("Bo")), staff_visit(an_organizer("Fay"))

    for path in ("/writing/", "/writing/new/", f"/writing/{letter.pk}/", f"/writing/{letter.pk}/en/"):
        assert [bo.get(path).status_code, fay.get(path).status_code] == [404, 404]
    assert "/writing/" not in words(bo.get("/caseload/"))
    assert "/writing/" not in words(fay.get("/people/"))


def test_the_journal_names_who_changed_what_everybody_reads(client: Client, di: Person) -> None:
    draft, letter = a_letter("draft"), a_public_letter()
    for one in (draft, letter):
        send_picture(client, one, "x.jpg", a_jpeg())
        do(client, one, "picture/removal")

    noted = Entry.objects.filter(kind=Entry.Kind.LETTER_CHANGED)
    assert [(entry.subject_id, entry.actor_id) for entry in noted] == [(letter.pk, di.member.pk)] * 2
    assert words(client.get("/people/journal/")).count("changed a public letter, or its picture") == 2


def send_picture(client: Client, letter: Letter, name: str, content: bytes) -> object:
    file = SimpleUploadedFile(name, content)
    path = f"/writing/{letter.pk}/"
    return send(client, f"{path}picture/", {"file": file}, form_at=path)


def test_a_picture_is_drawn_anew_and_shown_with_its_size(client: Client) -> None:
    letter = a_public_letter()

    send_picture(client, letter, "x.jpg", a_jpeg(64, 48) + b"and a secret")

    picture = Letter.objects.get().picture
    assert (picture.width, picture.height) == (64, 48)
    assert b"secret" not in bytes(picture.content)
    assert visitor().get("/letters/a-letter/picture/").content == bytes(picture.content)
    assert do(client, letter, "picture/removal") == "picture-gone"
    assert visitor().get("/letters/a-letter/picture/").status_code == 404


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("x.jpg", b"\xff\xd8\xff\xe0" + b"\0" * 2000, "This file is damaged"),
        ("x.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "We cannot take this kind of file."),
        ("x.png", b"\x89PNG\r\n\x1a\n" + b"\xff" * 100, "This file is damaged"),
        ("x.txt", b"Just words.", "This is no picture."),
        ("x.jpg", b"", "This file is empty."),
    ],
)
def test_what_is_no_honest_picture_is_refused_in_a_sentence(
    client: Client, name: str, content: bytes, said: str
) -> None:
    letter = a_letter()

    answer = send_picture(client, letter, name, content)

    assert answer.status_code == 400  # type: ignore[attr-defined]
    assert said in words(answer)
    assert not hasattr(Letter.objects.get(), "picture")
