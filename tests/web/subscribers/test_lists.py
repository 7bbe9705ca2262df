"""Organizers bring lists of subscribers in, and take them out."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from offramp.journal.models import Entry
from offramp.notices.models import Outgoing
from offramp.subscribers.models import Subscriber
from tests.cast import Person
from tests.web.signing_in import send, staff_visit, words
from tests.web.subscription.subscribers import a_subscriber

LISTED = "email,confirmed_on\nada@example.org,2024-01-02\nbo@example.org,\nnobody,\nbo@example.org,\n"


@pytest.fixture
def client(di: Person) -> Client:
    return staff_visit(di)


def bring_in(client: Client, content: bytes = b"", **fields: str) -> Any:
    file = {"file": SimpleUploadedFile("list.csv", content)} if content else {}
    given = {"rhythm": "each", "language": "en", "agreed": "yes"}
    return send(client, "/subscribers/import/", given | fields | file)


def test_a_file_comes_in_and_what_is_wrong_in_it_comes_back_to_be_mended(client: Client) -> None:
    answer = bring_in(client, LISTED.encode("utf-16"))

    result = answer.context["result"]
    assert (result.brought.confirmed, result.brought.asked, result.brought.known) == (1, 1, 1)
    assert [(line.number, line.said, why) for line, why in result.bad] == [(4, "nobody,", "no address in it")]
    assert ">\nemail,confirmed_on\nnobody,</textarea>" in words(answer)
    assert [mail.to for mail in Outgoing.objects.all()] == ["bo@example.org"]


def test_the_mended_lines_come_in_by_the_same_form(client: Client) -> None:
    bring_in(client, LISTED.encode())

    answer = bring_in(client, text="email,confirmed_on\r\ncy@example.org,2024-01-02")

    assert answer.context["result"].brought.confirmed == 1
    assert Subscriber.objects.get(email="cy@example.org").confirmed_on is not None


def test_nobody_comes_in_without_the_word_that_they_agreed(client: Client) -> None:
    answer = bring_in(client, LISTED.encode(), agreed="")

    assert answer.status_code == 400
    assert "We write only to people who agreed." in words(answer)
    assert "The file did not stay here. Please choose it again." in words(answer)
    assert not Subscriber.objects.exists()


@pytest.mark.parametrize(
    ("content", "text", "said"),
    [
        (b"", "", "Choose a file, or paste lines."),
        (b"PK\x03\x04 a spreadsheet", "", "This is not a text file."),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(1, 256)) * 20, "", "This is not a text file."),
        (b"ada@example.org", "bo@example.org", "Send either a file or lines"),
    ],
)
def test_what_is_no_list_comes_back_with_the_reason(
    client: Client, content: bytes, text: str, said: str
) -> None:
    answer = bring_in(client, content, text=text)

    assert answer.status_code == 400
    assert said in words(answer)
    assert text in words(answer)


def test_of_many_bad_lines_a_few_are_shown_and_all_come_back_whole_as_far_as_there_is_room(
    client: Client,
) -> None:
    few = bring_in(client, text="\n".join(f"bad {number}" for number in range(50)))
    bad = "".join(f"bad {number:05}\n" for number in range(3000))
    many = bring_in(client, f"email,name\n{bad}".encode())

    assert (len(few.context["result"].bad), few.context["result"].to_mend.count("bad")) == (20, 50)
    assert "30 more lines could not be read. They stand in the box below" in words(few)
    result = many.context["result"]
    assert (result.to_mend.splitlines()[0], result.to_mend[-9:]) == ("email,name", "bad 01997")
    assert len(result.to_mend) <= 20_000
    assert "1,002 more lines like these do not fit into the box." in words(many)
    assert "<dd>3,000</dd>" in words(many)


def test_an_american_list_is_understood_and_a_day_in_doubt_is_asked_for(client: Client) -> None:
    listed = "email,confirmed_on\nada@example.org,03/01/2025\nbo@example.org,03/31/2025"
    answer = bring_in(client, text=listed)
    in_doubt = bring_in(client, text="email,confirmed_on\ncy@example.org,03/01/2025")

    assert answer.context["result"].brought.confirmed == 2
    assert "day or month first? please write it like 2026-11-22" in words(in_doubt)


def test_lines_in_another_language_than_the_pages_are_asked_in_theirs(client: Client) -> None:
    bring_in(client, text="ada@example.org", language="es", rhythm="monthly")

    assert Subscriber.objects.values_list("language", "rhythm").get() == ("es", "monthly")


def test_a_rest_of_a_long_file_goes_on_where_it_was_left(client: Client) -> None:
    answer = bring_in(client, LISTED.encode(), after="2")

    assert answer.context["result"].brought.asked == 1
    assert not Subscriber.objects.filter(email="ada@example.org").exists()


def test_the_list_is_taken_out_by_a_button_and_the_journal_says_by_whom(client: Client, di: Person) -> None:
    a_subscriber("=1+1@example.org")
    a_subscriber("waits@example.org", is_confirmed=False)
    assert client.get("/subscribers/export/")["Content-Type"].startswith("text/html")

    answer = send(client, "/subscribers/export/")

    assert answer["Content-Disposition"] == 'attachment; filename="subscribers.csv"'
    assert [line.partition(",")[0] for line in words(answer).splitlines()] == ["email", "'=1+1@example.org"]
    assert Entry.objects.filter(kind="subscribers exported", actor_id=di.member.pk).count() == 1
    assert "took out the list of subscribers" in words(client.get("/people/journal/"))


def test_the_page_counts_and_names_nobody(client: Client) -> None:
    today = timezone.now().date()
    a_subscriber("each@example.org")
    a_subscriber("monthly@example.org", rhythm="monthly")
    a_subscriber("waits@example.org", is_confirmed=False)
    a_subscriber("gone@example.org", bounces=1, bounced_on=today - timedelta(days=1))

    answer = client.get("/subscribers/")

    assert answer.context["counts"] == {"each": 2, "monthly": 1, "unconfirmed": 1, "came_back": 1}
    assert "@example.org" not in words(answer).replace("name@example.org", "")


def test_one_address_is_looked_up_and_erased(client: Client) -> None:
    a_subscriber("ada@example.org")
    a_subscriber("bo@example.org")

    found = send(client, "/subscribers/finding/", {"email": " Ada@Example.org "}, form_at="/subscribers/")
    assert "ada@example.org" in words(found)
    answer = send(client, "/subscribers/erasure/", {"email": "ada@example.org"}, form_at="/subscribers/")

    assert answer["Location"] == "/subscribers/?told=subscriber-erased"
    assert [one.email for one in Subscriber.objects.all()] == ["bo@example.org"]
    assert "erased a subscriber who asked for it" in words(client.get("/people/journal/"))


def test_who_is_found_is_shown_with_the_language_and_with_what_a_list_says(client: Client) -> None:
    a_subscriber("ada@example.org", language="es", was_brought=True)
    a_subscriber("bo@example.org")

    ada, bo = (
        words(send(client, "/subscribers/finding/", {"email": email}, form_at="/subscribers/"))
        for email in ("ada@example.org", "bo@example.org")
    )

    assert '<dd lang="es">Español</dd>' in ada
    assert "Agreed, as that list says" in ada
    assert '<dd lang="en">English</dd>' in bo
    assert "list says" not in bo


@pytest.mark.parametrize("email", ["ada@example.org", "nobody@example.org"])
def test_looking_somebody_up_is_noted_without_the_address(client: Client, di: Person, email: str) -> None:
    a_subscriber("ada@example.org")

    send(client, "/subscribers/finding/", {"email": email}, form_at="/subscribers/")

    noted = Entry.objects.filter(kind="subscriber looked up").values_list("actor_id", "subject_id")
    assert list(noted) == [(di.member.pk, None)]
    assert "looked up whether an address gets letters by mail" in words(client.get("/people/journal/"))


def test_a_mistyped_address_is_looked_up_nowhere_and_not_noted(client: Client) -> None:
    send(client, "/subscribers/finding/", {"email": "ada"}, form_at="/subscribers/")

    assert not Entry.objects.filter(kind="subscriber looked up").exists()


@pytest.mark.parametrize("page", ["finding", "erasure"])
def test_an_address_that_is_not_there_is_said_and_stands_in_no_bar(client: Client, page: str) -> None:
    answer = send(client, f"/subscribers/{page}/", {"email": "ada@example.org"}, form_at="/subscribers/")

    assert answer["Location"] == "/subscribers/?told=subscriber-not-there"
    assert not Entry.objects.filter(kind="subscriber erased").exists()


def test_a_mistyped_address_comes_back_with_the_reason(client: Client) -> None:
    answer = send(client, "/subscribers/finding/", {"email": "ada"}, form_at="/subscribers/")

    assert answer.status_code == 400
    assert "That is not an e-mail address." in words(answer)
