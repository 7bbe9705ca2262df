"""Where there is no more room the page says what to do, and what was typed is still there."""

import pytest
from django.test import Client

from offramp.documents import amounts
from offramp.documents.models import Document
from offramp.pairing.models import Pairing
from offramp.threads import attachments
from offramp.threads.models import Message
from tests.cast import Person
from tests.files.planted import plain
from tests.web.files.sending import bring, enclose
from tests.web.signing_in import seeker_visit, send, words

pytestmark = pytest.mark.django_db
NEW = "/place/desk/new/"


@pytest.fixture
def at_home(ada: Person) -> Client:
    return seeker_visit(ada)


def test_a_note_too_many_comes_back_to_be_sent_again(
    at_home: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(amounts, "MOST_DOCUMENTS", 0)

    answer = send(at_home, NEW, {"text": "A whole evening's thoughts."})

    assert answer.status_code == 409
    assert "There is no more room." in words(answer)
    assert "Delete one that you no longer need." in words(answer)
    assert "A whole evening&#x27;s thoughts.</textarea>" in words(answer)
    assert not Document.objects.exists()


def test_a_file_too_many_is_said_and_to_be_chosen_again(
    at_home: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(amounts, "MOST_FILES", 0)

    answer = bring(at_home, plain())

    assert answer.status_code == 409
    assert "The desk holds 50 files, or 100 MB of them." in words(answer)
    assert "Please choose it again." in words(answer)
    assert not Document.objects.exists()


def test_in_a_conversation_that_holds_many_files_the_text_stays_in_its_field(
    at_home: Client, pair: Pairing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attachments, "MOST", 0)
    before = Message.objects.count()

    answer = enclose(at_home, plain(), text="Here it is.")

    assert answer.status_code == 400
    assert "This conversation holds as many files as it can." in words(answer)
    assert "Here it is.</textarea>" in words(answer)
    assert Message.objects.count() == before
