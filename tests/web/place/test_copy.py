"""One file with everything, that says nothing by its name and runs nothing."""

import re

import pytest

from offramp.documents import comments, private
from offramp.documents.proposals import Change
from offramp.pairing import conversation
from offramp.pairing.models import Pairing
from offramp.web import pace
from offramp.web.place import past
from tests.cast import TODAY, Person, a_seeker
from tests.documents.papers import a_note, propose, shared_note, write
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
    assert "Bo can open this too." in file
    assert re.findall(r'class="said" dir="auto">(.*?)</', file.partition("<details>")[0]) == [
        "I led a team.",
        "I speak &lt;b&gt;Spanish&lt;/b&gt;.",
        "before: I led a team.",
        "suggested: I led ten people.",
        "because: A number helps.",
        "About: “I speak &lt;b&gt;Spanish&lt;/b&gt;.”",
        "Since when?",
    ]
    assert "Paragraph 1 (not answered)" in file


def test_it_holds_every_text_as_it_was_and_what_was_done(ada: Person, bo: Person, pair: Pairing) -> None:
    note = shared_note(ada, pair, "I led a team.", "I speak Spanish.")
    write(ada, note, "I led ten people.")
    write(ada, note, "I led ten people.", "I cook.", title="Skills")

    file = words(send(seeker_visit(ada), "/place/copy/")).partition("<details>")[2].partition("</details>")[0]

    steps = re.findall(r"<li><strong>(Version \d)</strong>, Nov. 2, 2026. (.*?)</li>", file)
    assert [(number, re.sub(r"<.*?>", "|", step)) for number, step in steps] == [
        (
            "Version 1",
            "You began it.||The title:| Plan|||Paragraph 1:| I led a team.|||Paragraph 2:| I speak Spanish.|",
        ),
        ("Version 2", "You began to share it with Bo."),
        (
            "Version 3",
            "You changed paragraph 1. You took out what was paragraph 2.||Paragraph 1:| I led ten people.|",
        ),
        (
            "Version 4",
            "You changed the title. You added paragraph 2.||The title:| Skills|||Paragraph 2:| I cook.|",
        ),
    ]


def test_a_history_too_large_for_the_one_file_is_saved_in_parts_and_none_of_it_is_lost(
    ada: Person, pair: Pairing, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        a_note(ada, "Short.")
    note, visit = a_note(ada, "0"), seeker_visit(ada)
    private.keep_contact(by=ada.keyholder, contact={"name": "A. Fern"}, on=TODAY)
    for number in range(1, 9):
        write(ada, note, str(number))
    monkeypatch.setattr(past, "LARGEST_TOGETHER", 45_000)

    page = words(visit.get("/place/copy/"))
    parts = re.findall(r'action="(/place/copy/[^"]+)"', page)
    assert parts == [f"/place/copy/{note.pk}/{first}/" for first in (1, 4, 7)]
    assert words(send(visit, "/place/copy/")).count("Its history is too large for this file") == 1

    taken = [words(send(visit, part, form_at="/place/copy/")) for part in parts]
    said = [text for one in taken for text in re.findall(r"Paragraph 1:</i> (\d)", one)]
    assert said == [str(number) for number in range(9)]
    assert visit.get(parts[0])["Location"] == "/place/copy/"
    assert send(visit, f"/place/copy/{note.pk}/99/", form_at="/place/copy/").status_code == 404


def test_a_stranger_takes_no_history_of_anybody_else(ada: Person) -> None:
    note, gus = a_note(ada, "Words."), a_seeker("Mine.")

    answer = send(seeker_visit(gus), f"/place/copy/{note.pk}/1/", form_at="/place/copy/")

    assert answer.status_code == 404


def test_it_says_whether_a_comment_is_settled_and_holds_what_is_kept_for_papers(
    ada: Person, bo: Person, pair: Pairing
) -> None:
    note = shared_note(ada, pair, "I led a team.")
    for text in ("Since when?", "And where?"):
        said = comments.put(by=bo.keyholder, document=note, path="", text=text, on=TODAY)
    comments.resolve(by=ada.keyholder, comment=said)
    private.keep_contact(
        by=ada.keyholder, contact={"name": "A. Fern", "profiles": ["fern.example"]}, on=TODAY
    )
    private.keep_posting(by=ada.keyholder, document=note, text="A clerk is wanted.", on=TODAY)

    file = words(send(seeker_visit(ada), "/place/copy/"))

    assert [text in file for text in ("A. Fern\nfern.example", "A clerk is wanted.")] == [True, True]
    assert re.findall(r"<strong>Bo</strong>, Nov. 2, 2026(.*?)<div", file) == ["", " (settled)"]


def test_without_a_desk_nothing_is_said_of_one(ada: Person) -> None:
    assert "Your desk" not in words(send(seeker_visit(ada), "/place/copy/"))


def test_nobody_keeps_the_others_waiting_by_saving_it_again_and_again(ada: Person) -> None:
    visit, note = seeker_visit(ada), a_note(ada, "Words.")
    for _ in range(pace.TAKEN_A_MINUTE):
        assert send(visit, "/place/copy/").status_code == 200

    answers = [
        send(visit, address, form_at="/place/copy/")
        for address in ("/place/copy/", f"/place/copy/{note.pk}/1/")
    ]

    assert [answer["Location"] for answer in answers] == ["/place/copy/?told=taken-often"] * 2
    assert "Wait a minute, then save the rest." in words(visit.get(answers[0]["Location"]))
