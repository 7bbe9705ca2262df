"""One's own page, by the key in one's mails."""

import json
import re

import pytest
from django.test import Client

from offramp.subscribers.models import Ending, Subscriber
from tests.cast import TODAY
from tests.letters.letters import a_public_letter
from tests.web.scene import everything_stored
from tests.web.signing_in import send, words
from tests.web.subscription.subscribers import ADDRESS, a_subscriber
from tests.web.visitors import from_elsewhere, from_our_page, visitor

WRONG = "w" * 32
ENDS = ("", "confirmation/", "wishes/", "end/", "copy/", "letters/", "letters/a-letter/")


@pytest.fixture
def reader() -> Client:
    return from_our_page()


def test_the_button_confirms(reader: Client) -> None:
    key = a_subscriber(is_confirmed=False).key

    answer = send(reader, f"/subscription/{key}/confirmation/", form_at=f"/subscription/{key}/")

    assert answer["Location"] == f"/subscription/{key}/?told=subscribed"
    assert "From now on our letters come to you" in words(reader.get(answer["Location"]))
    assert Subscriber.objects.get().confirmed_on is not None


@pytest.mark.parametrize("is_confirmed", [True, False])
def test_a_mail_program_that_opens_every_link_changes_nothing(reader: Client, is_confirmed: bool) -> None:  # noqa: FBT001
    """It follows what it finds there, too, two pages deep."""
    a_public_letter()
    key = a_subscriber(is_confirmed=is_confirmed).key
    before = everything_stored()

    pages, seen = {f"/subscription/{key}/{end}" for end in ENDS}, set[str]()
    for _ in range(2):
        for path in pages - seen:
            seen.add(path)
            answer = reader.get(path, follow=True)
            if answer["Content-Type"].startswith("text/html"):
                pages |= set(re.findall(r'(?:href|action)="(/(?!static)[^"#]+)"', words(answer)))

    assert f"/subscription/{key}/end/" in seen
    assert everything_stored() == before


def test_rhythm_and_language_can_be_changed(reader: Client) -> None:
    key = a_subscriber().key
    fields = {"rhythm": "monthly", "language": "es"}

    answer = send(reader, f"/subscription/{key}/wishes/", fields, form_at=f"/subscription/{key}/")

    assert answer.status_code == 302
    assert Subscriber.objects.values_list("rhythm", "language").get() == ("monthly", "es")


def test_a_rhythm_that_does_not_exist_is_refused_in_a_sentence(reader: Client) -> None:
    key = a_subscriber().key

    answer = send(
        reader, f"/subscription/{key}/wishes/", {"rhythm": "hourly"}, form_at=f"/subscription/{key}/"
    )

    assert answer.status_code == 400
    assert Subscriber.objects.get().rhythm == "each"


def test_the_button_ends_it_and_deletes_everything(reader: Client) -> None:
    key = a_subscriber().key

    answer = send(reader, f"/subscription/{key}/end/", form_at=f"/subscription/{key}/end/")

    assert answer.status_code == 200
    assert "It is ended" in words(answer)
    assert not Subscriber.objects.exists()


@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=b"])
def test_one_click_in_a_mail_program_ends_it_without_cookie_token_or_redirect(kind: str) -> None:
    """RFC 8058: it may send either kind, and sends nothing that our page gave out."""
    key = a_subscriber().key
    body = "List-Unsubscribe=One-Click"
    if kind.startswith("multipart"):
        body = (
            f'--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\n{body[17:]}\r\n--b--\r\n'
        )

    answers = [visitor().post(f"/subscription/{key}/end/", body, content_type=kind) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [200, 200]
    assert not Subscriber.objects.exists()


@pytest.mark.parametrize("key", [WRONG, "x", "w" * 500, "-_-"])
def test_a_forged_unsubscribe_ends_nobody_and_is_told_the_same(key: str) -> None:
    real = a_subscriber("other@example.org").key
    a_subscriber()

    forged = from_elsewhere().post(f"/subscription/{key}/end/", {"List-Unsubscribe": "One-Click"})
    ours = from_elsewhere().post(f"/subscription/{real}/end/", {"List-Unsubscribe": "One-Click"})

    assert (forged.status_code, words(forged)) == (ours.status_code, words(ours))
    assert [one.email for one in Subscriber.objects.all()] == [ADDRESS]


@pytest.mark.parametrize("end", ["", "end/", "copy/", "letters/", "letters/a-letter/"])
def test_a_stranger_with_another_key_reads_nothing(reader: Client, end: str) -> None:
    a_public_letter()
    a_subscriber()

    answer = reader.get(f"/subscription/{WRONG}/{end}")

    assert answer.status_code == 404
    assert "This link leads to nothing now" in words(answer)
    assert ADDRESS not in words(answer)


@pytest.mark.parametrize("end", ["confirmation/", "wishes/"])
def test_a_stranger_with_another_key_changes_nothing(reader: Client, end: str) -> None:
    a_subscriber(is_confirmed=False)
    before = list(Subscriber.objects.values())

    fields = {"rhythm": "monthly", "language": "es"}
    answer = send(reader, f"/subscription/{WRONG}/{end}", fields, form_at="/subscription/")

    assert answer.status_code == 404
    assert list(Subscriber.objects.values()) == before


def test_the_file_to_take_along_holds_all_that_stands_in_the_row(reader: Client) -> None:
    subscriber = a_subscriber(bounces=1, bounced_on=TODAY)

    answer = reader.get(f"/subscription/{subscriber.key}/copy/")

    assert answer["Content-Disposition"] == 'attachment; filename="subscription.json"'
    assert json.loads(answer.content) == {
        "email": ADDRESS,
        "language": "en",
        "rhythm": "each",
        "asked_on": TODAY.isoformat(),
        "confirmed_on": TODAY.isoformat(),
        "last_mail_came_back_on": TODAY.isoformat(),
        "came_by_a_list": False,
        "mails_that_came_back": 1,
    }


def test_a_page_of_ones_own_is_kept_by_nobody_and_found_by_no_search(reader: Client) -> None:
    answer = reader.get(f"/subscription/{a_subscriber().key}/")

    assert (answer["Cache-Control"], answer["X-Robots-Tag"]) == ("no-store", "noindex, nofollow")
    assert ADDRESS in words(answer)
    assert ADDRESS not in words(answer).split("</title>")[0]


def test_mail_that_came_back_is_said_and_taken_up_again(reader: Client) -> None:
    key = a_subscriber(bounces=1, bounced_on=TODAY).key
    assert "Our last mail to you came back." in words(reader.get(f"/subscription/{key}/"))

    send(reader, f"/subscription/{key}/confirmation/", form_at=f"/subscription/{key}/")

    assert Subscriber.objects.get().bounces == 0
    assert not Ending.objects.exists()
