"""Sharing says first what it means, and ends with one button."""

import pytest

from offramp.documents.models import Document, Share
from offramp.pairing import endings
from offramp.pairing.models import Pairing
from tests.cast import TODAY, Person
from tests.documents.papers import a_note, opens, shared_note
from tests.web.signing_in import seeker_visit, send, words

pytestmark = pytest.mark.django_db


def sharing(document: Document) -> str:
    return f"/place/desk/{document.pk}/sharing/"


def test_the_page_says_what_the_adviser_will_see_and_shares_nothing(ada: Person, pair: Pairing) -> None:
    page = words(seeker_visit(ada).get(sharing(a_note(ada, "Words of mine."))))

    assert "<h2>Share it with Bo?</h2>" in page
    assert "What Bo sees" in page
    assert "What it said earlier. Its history stays yours." in page
    assert "Words of mine.</div>" in page
    assert not Share.objects.exists()


def test_it_is_shared_as_it_is_now_and_again_changes_nothing(ada: Person, bo: Person, pair: Pairing) -> None:
    note, visit = a_note(ada, "Words."), seeker_visit(ada)

    for _ in range(2):
        token_page = f"/place/desk/{note.pk}/"
        answer = send(visit, sharing(note), form_at=token_page)

    assert answer["Location"] == f"/place/desk/{note.pk}/?told=shared"
    assert opens(bo, note) == [2]
    assert "Bo can open this too." in words(visit.get(f"/place/desk/{note.pk}/"))


def test_it_ends_with_one_button(ada: Person, bo: Person, pair: Pairing) -> None:
    note, visit = shared_note(ada, pair, "Words."), seeker_visit(ada)

    for _ in range(2):
        answer = send(visit, f"{sharing(note)}end/", form_at=f"/place/desk/{note.pk}/")

    assert answer["Location"] == f"/place/desk/{note.pk}/?told=unshared"
    assert opens(bo, note) == []
    assert "Only you can open this." in words(visit.get(sharing(note)))


def test_without_an_adviser_there_is_nobody_to_share_with(ada: Person) -> None:
    note, visit = a_note(ada, "Words."), seeker_visit(ada)

    answer = send(visit, sharing(note), form_at=f"/place/desk/{note.pk}/")

    assert answer["Location"] == f"{sharing(note)}?told=cannot-share"
    page = words(visit.get(answer["Location"]))
    assert "This could not be shared: nobody is there to read it just now." in page
    assert "<h2>Nobody but you</h2>" in page


def test_another_adviser_finds_nothing_shared(ada: Person, bo: Person, pair: Pairing) -> None:
    note = shared_note(ada, pair, "Words.")

    endings.change_adviser(by=ada.keyholder, request=ada.request, text="", on=TODAY)

    assert "Only you can open this." in words(seeker_visit(ada).get(f"/place/desk/{note.pk}/"))
    assert opens(bo, note) == []
