"""Writing a reply: kept once, never lost, and nothing in it does more than be read."""

import html
import re
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from offramp.letters.models import Letter, Withdrawal
from offramp.notices.models import Outgoing
from offramp.pairing.models import Farewell
from offramp.replies import writing
from offramp.replies.models import Reply
from offramp.replies.rules import Way
from offramp.web import gate
from tests.cast import TODAY
from tests.letters.letters import a_public_letter
from tests.replies.replies import Standing, a_reply, rule, waiting
from tests.web.replies.typing_it import FIELDS, reply, stamp
from tests.web.signing_in import TOKEN, words
from tests.web.visitors import from_elsewhere, from_our_page, visitor

PATH = "/replies/a-letter/new/"
OWN = re.compile('href="(/replies/mine/[^"]+)"')


@pytest.fixture(autouse=True)
def letter() -> Letter:
    return a_public_letter(title="To you")


def still_there(answer: object, text: str) -> bool:
    """Whether a page shows a text that can be sent again, or copied."""
    return f"\n{html.escape(text)}</textarea>" in words(answer)


def test_the_form_says_what_becomes_of_it_before_anybody_writes() -> None:
    shown = words(visitor().get(PATH))

    for promise in ("What we keep", "Why", "Who sees it", "How long", "How it is deleted"):
        assert promise in shown
    assert "Answer in confidence" in shown
    assert "once an organizer let them stand" in shown


def test_the_browser_judges_no_pasted_address_in_words_of_its_own() -> None:
    """`Ada <ada@example.org>` is read, and what cannot be read is said in ours."""
    [field] = re.findall('<input id="email"[^>]*>', words(visitor().get(PATH)))

    assert 'type="text"' in field
    assert 'maxlength="400"' in field


def test_an_open_letter_says_that_everybody_reads_it_at_once(letter: Letter) -> None:
    rule(letter, Way.OPEN)

    assert "everybody, at once if our filter marks nothing" in words(visitor().get(PATH))


def test_a_reply_is_kept_and_its_writer_sees_how_it_stands() -> None:
    answer = reply(PATH, text="I read it twice.\r\nThank you.")

    kept = Reply.objects.get()
    assert (kept.name, kept.email, kept.text) == ("Cy", "cy@example.org", "I read it twice.\nThank you.")
    assert (kept.standing, kept.language) == (Standing.WAITING, "en")
    assert not Outgoing.objects.exists()
    assert f'href="/replies/mine/{kept.key}/"' in words(answer)
    assert "An organizer reads it before anybody else does." in words(answer)


def test_only_the_page_after_sending_shows_the_whole_address_and_its_button_deletes_the_reply() -> None:
    answer = reply(PATH, email="cyy@example.org")

    kept = Reply.objects.get()
    assert "cyy@example.org" in words(answer)
    assert f'<form method="post" action="/replies/mine/{kept.key}/">' in words(answer)
    assert answer["Cache-Control"] == "no-store"
    assert "cyy@" not in words(visitor().get(f"/replies/mine/{kept.key}/"))


def test_in_another_language_it_is_kept_with_it() -> None:
    assert 'href="/es/replies/mine/' in words(reply(f"/es{PATH}"))
    assert Reply.objects.get().language == "es"


def test_a_double_click_is_one_reply_and_other_words_from_the_same_form_are_another() -> None:
    form = stamp()

    first, second = reply(PATH, stamp=form), reply(PATH, stamp=form)
    reply(PATH, stamp=form, text="And one more thing.")

    assert OWN.findall(words(first)) == OWN.findall(words(second))
    assert sorted(Reply.objects.values_list("text", flat=True)) == ["And one more thing.", "I read it twice."]


def test_an_answer_stands_below_what_it_answers() -> None:
    first = a_reply(Letter.objects.get(), "First.")

    assert "Your reply to <bdi>Cy</bdi>" in words(visitor().get(f"/replies/{first.pk}/answer/"))
    reply(f"/replies/{first.pk}/answer/", text="To you.")

    assert Reply.objects.get(text="To you.").to == first


@pytest.mark.parametrize(
    ("fields", "words_of_it"),
    [
        ({"name": "\u202e\u200b"}, "Please write a name that others can read."),
        ({"name": "C" * 81}, "longer than 80 characters"),
        ({"email": ""}, "Please type your e-mail address."),
        ({"email": "cy@example.org\r\nBcc: all@example.org"}, "e-mail"),
        ({"email": "cy@ex\u0430mple.org"}, "letters in it that look like others"),
        ({"text": "\u200b\n"}, "Please write something first."),
        ({"text": "x" * 5_001}, "longer than 5000 characters"),
    ],
)
def test_what_cannot_be_taken_is_said_beside_its_field_and_nothing_is_lost(
    fields: dict[str, Any], words_of_it: str
) -> None:
    typed = FIELDS | fields

    answer = reply(PATH, **fields)

    assert answer.status_code == 400
    assert words_of_it in html.unescape(words(answer))
    assert "text" in fields or still_there(answer, typed["text"])
    assert not Reply.objects.exists()


def test_the_browser_cuts_no_pasted_text_and_the_page_says_how_long_it_may_be() -> None:
    shown = words(visitor().get(PATH))

    assert "Up to 5,000 characters" in shown
    assert '<textarea id="text" name="text" maxlength="20000"' in shown


def test_the_way_into_confidence_opens_beside_what_is_half_written() -> None:
    assert '<a href="/help/" target="_blank" rel="noopener">' in words(visitor().get(PATH))


def test_a_text_that_is_too_long_comes_back_whole() -> None:
    assert still_there(reply(PATH, text="x" * 60_000), "x" * 60_000)


def test_one_of_a_megabyte_gets_a_clear_answer() -> None:
    answer = reply(PATH, text="x" * 1_000_000)

    assert answer.status_code == 413
    assert not Reply.objects.exists()


@pytest.mark.parametrize("age", [0, gate.AT_MOST + 60])
def test_a_form_that_came_too_soon_or_too_late_comes_back_to_be_sent_once_more(age: int) -> None:
    answer = reply(PATH, stamp=stamp(age=age))

    assert answer.status_code == 400
    assert "press once more" in words(answer)
    assert still_there(answer, FIELDS["text"])
    assert not Reply.objects.exists()


def test_a_field_that_no_person_sees_stops_a_script_and_keeps_a_persons_text() -> None:
    answer = reply(PATH, website="https://pills.example")

    assert answer.status_code == 400
    assert "Something filled in a field that must stay empty." in words(answer)
    assert still_there(answer, FIELDS["text"])
    assert "pills.example" not in words(answer)
    assert not Reply.objects.exists()


def test_ten_thousand_an_hour_from_one_script_are_a_few_and_its_text_comes_back() -> None:
    client = from_our_page()
    token = TOKEN.findall(words(client.get(PATH)))[0]
    kept = []
    for number in range(30):
        fields = FIELDS | {"csrfmiddlewaretoken": token, "stamp": stamp(), "text": f"Buy {number}."}
        answer = client.post(PATH, fields, headers={"x-forwarded-for": "198.51.100.7"})
        kept.append(answer.status_code)

    assert kept == [200] * 3 + [429] * 27
    assert still_there(answer, "Buy 29.")
    assert Reply.objects.count() == 3


def test_a_flood_that_nobody_could_read_fills_no_disk(
    letter: Letter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "MOST_WAITING", 2)
    for _ in range(2):
        waiting(letter)

    answer = reply(PATH)

    assert answer.status_code == 429
    assert still_there(answer, FIELDS["text"])
    assert Reply.objects.count() == 2


def test_html_and_markdown_are_words_like_any_other_and_no_link_can_be_pressed() -> None:
    rule(Letter.objects.get(), Way.OPEN)
    tricks = (
        '<script>alert(1)</script> [x](javascript:alert(1)) ![](data:image/png;base64,AA==) <a href="//x">'
    )

    reply(PATH, text=f"{tricks}\n{'> ' * 1_000}", name='<img src="x">')
    Reply.objects.update(standing=Standing.SHOWN)

    for path in ("/letters/a-letter/", "/replies/a-letter/", f"/replies/{Reply.objects.get().pk}/"):
        shown = words(visitor().get(path))
        assert html.escape(tricks) in shown
        assert "&lt;img src=" in shown
        assert 'href="javascript' not in shown


def test_a_name_cannot_turn_the_page_around_nor_begin_a_header() -> None:
    rule(Letter.objects.get(), Way.OPEN)

    reply(PATH, name="\u202eyC\r\nBcc: everybody", text="Thank you.")

    assert Reply.objects.get().name == "yC Bcc: everybody"
    mail = Outgoing.objects.get()
    assert "Bcc" not in f"{mail.to}{mail.subject}"


def test_a_closed_letter_says_so_and_gives_the_text_back(letter: Letter) -> None:
    client = from_our_page()
    token = TOKEN.findall(words(client.get(PATH)))[0]
    rule(letter, Way.CLOSED)

    answer = client.post(PATH, FIELDS | {"csrfmiddlewaretoken": token, "stamp": stamp()})

    assert answer.status_code == 409
    assert still_there(answer, FIELDS["text"])
    assert "Answer in confidence" in words(client.get(PATH))
    assert not Reply.objects.exists()


def test_during_a_farewell_no_letter_takes_one() -> None:
    Farewell.objects.create(on=TODAY, last_day=TODAY + timedelta(days=30))

    assert "takes no replies" in words(visitor().get(PATH))
    assert (
        "<form method" not in words(visitor().get(PATH)).replace('action="/leave/"', "").partition("<main")[2]
    )


def test_what_is_answered_may_be_gone_and_the_text_comes_back() -> None:
    first = a_reply(Letter.objects.get())
    client = from_our_page()
    token = TOKEN.findall(words(client.get(f"/replies/{first.pk}/answer/")))[0]
    first.delete()

    answer = client.post(f"/replies/{first.pk}/answer/", FIELDS | {"csrfmiddlewaretoken": token})

    assert answer.status_code == 404
    assert FIELDS["text"] in words(answer)


def test_a_form_that_another_site_sends_keeps_nothing() -> None:
    assert from_elsewhere().post(PATH, FIELDS | {"stamp": stamp()}).status_code == 403
    assert not Reply.objects.exists()


@pytest.mark.parametrize("slug", ["draft", "tomorrow", "withdrawn", "nothing"])
def test_only_a_public_letter_can_be_answered(slug: str) -> None:
    a_public_letter("tomorrow", at=timezone.now() + timedelta(days=1))
    withdrawn = a_public_letter("withdrawn")
    Withdrawal.objects.create(publication=withdrawn.publication, on=TODAY)
    below_it = a_reply(withdrawn)

    assert visitor().get(f"/replies/{slug}/new/").status_code == 404
    for end in ("", "answer/", "report/"):
        assert visitor().get(f"/replies/{below_it.pk}/{end}").status_code == 404


def test_what_waits_is_nobody_elses_to_see_or_answer() -> None:
    unread = waiting(Letter.objects.get())

    for end in ("", "answer/", "report/"):
        assert visitor().get(f"/replies/{unread.pk}/{end}").status_code == 404
