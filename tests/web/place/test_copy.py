"""One file with everything, that says nothing by its name and runs nothing."""

import re

import pytest

from offramp.documents import comments
from offramp.documents.proposals import Change
from offramp.pairing import conversation
from offramp.pairing.models import Pairing
from tests.cast import TODAY, Person, a_seeker
from tests.documents.papers import propose, shared_note
from tests.web.signing_in import seeker_visit, send, words

pytestmark = pytest.mark.django_db


def test_it_holds_the_card_and_the_conversation_and_not_the_code(
    ada: Person, bo: Person, pair: Pairing
) -> None:
    conversation.write_as_adviser(by=bo.keyholder, pairing=pair, text="Hello.", on=TODAY)

    file = words(send(seeker_visit(ada), "/place/copy/"))

    assert "Quiet Maple" in file
    assert "Northeast" in file
    assert re.findall(r'dir="auto">(.*?)</div>', file) == ["I want to leave.", "Hello."]
    assert "<strong>Bo</strong>, Nov. 2, 2026" in file
    assert str(ada.code) not in file


def test_its_name_is_neutral_and_it_runs_and_loads_nothing(ada: Person) -> None:
    answer = send(seeker_visit(ada), "/place/copy/")

    assert answer["Content-Disposition"] == 'attachment; filename="notes.html"'
    assert answer["Content-Security-Policy"] == "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    assert answer["Cache-Control"] == "no-store"
    assert "<title>Notes</title>" in words(answer)
    assert re.findall(r"<script|\b(?:src|href)=|https?:|Larkfield|Another Road", words(answer)) == []


def test_every_text_in_it_is_escaped(di: Person) -> None:
    eve = a_seeker("</div><script>alert(1)</script>")

    file = words(send(seeker_visit(eve), "/place/copy/"))

    assert "&lt;/div&gt;&lt;script&gt;alert(1)&lt;/script&gt;</div>" in file
    assert "<script" not in file


def test_a_stranger_takes_only_their_own(ada: Person) -> None:
    assert "I want to leave." not in words(send(seeker_visit(a_seeker("Mine.")), "/place/copy/"))


def test_it_holds_the_desk_with_what_was_suggested_and_said(ada: Person, bo: Person, pair: Pairing) -> None:
    note = shared_note(ada, pair, "I led a team.", "I speak <b>Spanish</b>.")
    propose(bo, note, Change("paragraphs/p1", "I led a team.", "I led ten people."), "A number helps.")
    comments.put(by=bo.keyholder, document=note, path="paragraphs/p2", text="Since when?", on=TODAY)

    file = words(send(seeker_visit(ada), "/place/copy/")).partition("<h2>Your desk</h2>")[2]

    assert '<h3 dir="auto">Plan</h3>' in file
    assert re.findall(r'class="said" dir="auto">(.*?)</', file) == [
        "I led a team.",
        "I speak &lt;b&gt;Spanish&lt;/b&gt;.",
        "before: I led a team.",
        "suggested: I led ten people.",
        "because: A number helps.",
        "About: “I speak &lt;b&gt;Spanish&lt;/b&gt;.”",
        "Since when?",
    ]
    assert "Paragraph 1 (not answered)" in file


def test_without_a_desk_nothing_is_said_of_one(ada: Person) -> None:
    assert "Your desk" not in words(send(seeker_visit(ada), "/place/copy/"))
