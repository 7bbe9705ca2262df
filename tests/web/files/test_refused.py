"""A file that is not taken: why, what to do, and that no text is lost with it."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.test.client import BOUNDARY, encode_multipart
from django.utils import translation

from offramp.documents.models import Document
from offramp.files import refusals
from offramp.files.removals import Trace
from offramp.pairing.models import Pairing
from offramp.threads.models import Attachment, Message
from offramp.web import pace, uploads
from offramp.web.files import words as said
from offramp.web.uploads import Room
from tests.cast import Person
from tests.files.hostile import HOSTILE
from tests.files.planted import plain
from tests.web.files.sending import BRING, NAME, PLACE, TALK, bring, chosen, enclose
from tests.web.signing_in import TOKEN, send, words
from tests.web.visitors import from_our_page

# One for each reason that a file can give; the whole collection is tried below the pages.
HURTFUL = (
    "nothing",
    "one byte too many",
    "a program",
    "a page for browsers",
    "an old Word file",
    "a PDF with a password",
    "a PDF of too many pages",
    "a bomb called .docx",
    "a billion laughs",
    "a square mile of pixels",
    "half a photograph",
)


@pytest.mark.parametrize("name", HURTFUL)
def test_a_hurtful_file_gets_a_sentence_and_nothing_of_it_is_kept(at_home: Client, name: str) -> None:
    hostile = HOSTILE[name]

    answer = bring(at_home, hostile.make(), text="What I can do")

    assert answer.status_code == 400
    sentences = [str(said.REFUSED[why]) for why in hostile.becomes if isinstance(why, type)]
    assert any(sentence in words(answer) for sentence in sentences)
    assert 'value="What I can do"' in words(answer)
    assert not Document.objects.exists()


@pytest.mark.parametrize("name", ["macros", "a PDF that launches", "a photograph that is a page too"])
def test_what_was_made_harmless_is_taken(at_home: Client, name: str) -> None:
    assert bring(at_home, HOSTILE[name].make()).status_code == 200


def test_every_reason_and_every_trace_has_its_words_in_both_languages() -> None:
    assert set(said.REFUSED) == set(refusals.NotTaken.__subclasses__())
    assert set(said.TRACES) == set(Trace)
    for sentence in (*said.REFUSED.values(), *said.TRACES.values()):
        spoken = []
        for language in ("en", "es"):
            with translation.override(language):
                spoken.append(str(sentence))
        assert spoken[0] != spoken[1] or spoken[0] == "scripts"


def test_where_nothing_can_be_confined_nothing_is_read(
    at_home: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")

    answer = bring(at_home, plain())

    assert answer.status_code == 503
    assert "We cannot open files safely just now" in words(answer)
    assert not Document.objects.exists()


def test_a_text_beside_a_refused_file_comes_back_and_is_not_sent(at_home: Client, pairing: Pairing) -> None:
    before = Message.objects.count()

    answer = enclose(at_home, b"MZ\x90\0", text="A whole evening's letter.")

    assert answer.status_code == 400
    assert "A whole evening&#x27;s letter.</textarea>" in words(answer)
    assert "We cannot take this kind of file." in words(answer)
    assert Message.objects.count() == before
    assert not Attachment.objects.exists()


def test_beside_a_refused_text_the_file_is_to_be_chosen_again(at_home: Client, pairing: Pairing) -> None:
    answer = enclose(at_home, plain(), text="x" * 10_001)

    assert answer.status_code == 400
    assert "The file did not stay here. Please choose it again." in words(answer)


def test_without_an_adviser_there_is_no_field_and_nobody_to_open_a_file(at_home: Client, ada: Person) -> None:
    assert 'type="file"' not in words(at_home.get(PLACE))

    answer = enclose(at_home, plain(), text="For the team.")

    assert answer.status_code == 400
    assert "A file can be sent to an adviser only" in words(answer)
    assert "For the team.</textarea>" in words(answer)
    assert not Attachment.objects.exists()


@pytest.mark.parametrize("room", [Room.OTHERS, Room.YOURS, Room.TOO_SLOW])
def test_while_there_is_no_room_the_text_stays_and_the_page_says_so(
    at_home: Client, pairing: Pairing, room: Room
) -> None:
    token = TOKEN.findall(words(at_home.get(PLACE)))[0]
    form = {"csrfmiddlewaretoken": token, "text": "Here it is.", "file": chosen(plain())}
    no_room: Any = {uploads.ROOM: room}
    talked = at_home.post(TALK, form, **no_room)
    form |= {"draft": str(uuid4()), "file": chosen(plain())}
    brought = at_home.post(BRING, form, **no_room)

    for answer in (talked, brought):
        assert answer.status_code == 503
        assert str(said.TURNED_AWAY[room]) in words(answer)
        assert "Please choose a file first." not in words(answer)
    assert "Here it is.</textarea>" in words(talked)
    assert 'value="Here it is."' in words(brought)
    assert not Attachment.objects.exists()


@pytest.mark.parametrize("path", [TALK, BRING])
def test_a_file_whose_end_was_cut_off_is_too_large_and_not_a_message_without_one(
    at_home: Client, pairing: Pairing, path: str
) -> None:
    token, before = TOKEN.findall(words(at_home.get(PLACE)))[0], Message.objects.count()
    form = {"csrfmiddlewaretoken": token, "text": "My words.", "draft": str(uuid4())}
    body = encode_multipart(BOUNDARY, form | {"file": chosen(plain() * 1000)})[:-5000]

    answer = at_home.post(path, body, content_type=f"multipart/form-data;boundary={BOUNDARY}")

    assert answer.status_code == 400
    assert "This file is larger than 10 MB." in words(answer)
    assert "My words." in words(answer)
    assert Message.objects.count() == before
    assert not Document.objects.exists()


def test_many_files_in_a_minute_are_too_many(at_home: Client) -> None:
    # A slow machine gives time for a few more.
    statuses = [bring(at_home, plain()).status_code for _ in range(2 * pace.FILES_A_MINUTE)]

    assert statuses[: pace.FILES_A_MINUTE] == [200] * pace.FILES_A_MINUTE
    assert 429 in statuses


def test_no_file_chosen_is_said(at_home: Client) -> None:
    answer = send(at_home, BRING, {"text": "", "draft": str(uuid4())})

    assert answer.status_code == 400
    assert "Please choose a file first." in words(answer)


@pytest.mark.parametrize("text", ["", "My words."])
def test_after_the_visit_the_text_is_kept_and_the_file_is_to_be_chosen_again(
    at_home: Client, pairing: Pairing, text: str
) -> None:
    token = TOKEN.findall(words(at_home.get(PLACE)))[0]
    at_home.cookies.pop("__Host-place")

    answer = at_home.post(TALK, {"csrfmiddlewaretoken": token, "text": text, "file": chosen(plain())})

    assert answer.status_code == 409
    assert "Please choose it again" in words(answer)
    assert ('name="text"' in words(answer)) == bool(text)
    assert text in words(answer)
    assert NAME not in words(answer)


def test_with_a_stale_form_the_text_comes_back_and_the_file_is_to_be_chosen_again(
    at_home: Client, pairing: Pairing
) -> None:
    answer = at_home.post(TALK, {"text": "My words.", "file": chosen(plain())})

    assert answer.status_code == 409
    assert "My words.</textarea>" in words(answer)
    assert "Please choose it again" in words(answer)


def test_other_pages_take_no_files(at_home: Client) -> None:
    answer = send(at_home, "/place/stay/", {"days": "30", "file": chosen(plain())})

    assert answer.status_code == 400
    assert "We take no file here." in words(answer)


def test_who_never_came_in_sends_nothing() -> None:
    assert from_our_page().post(BRING, {"file": chosen(plain())}).status_code == 409
