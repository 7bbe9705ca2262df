"""What was done is told in words; any version can be laid beside the present one, and brought back."""

import re

import pytest

from offramp.documents import editing
from offramp.documents.proposals import Change
from offramp.pairing.models import Pairing
from tests.cast import TODAY, Person
from tests.documents.papers import a_note, accept, propose, shared_note, texts, write
from tests.web.desk.resume.papers import a_bullet, a_content, a_job, a_resume, save
from tests.web.signing_in import seeker_visit, send, words

pytestmark = pytest.mark.django_db


def lines(page: str) -> list[str]:
    """Each line of the history, without its day."""
    rows = re.findall(r'<li><span class="title"><a[^>]*>(.*?)</a><span class="hint">(.*?)</span>', page)
    return [f"{what} {touched}".strip() for what, touched in rows]


def test_the_history_says_in_words_who_did_what(ada: Person, bo: Person, pair: Pairing) -> None:
    note = shared_note(ada, pair, "One.", "Two.")
    write(ada, note, "One, changed.", "Two.", "Three.", title="Another")
    accept(ada, propose(bo, note, Change("paragraphs/p2", "Two.", "Two, from Bo.")))
    visit = seeker_visit(ada)
    send(
        visit, f"/place/desk/{note.pk}/versions/1/restoration/", form_at=f"/place/desk/{note.pk}/versions/1/"
    )

    assert lines(words(visit.get(f"/place/desk/{note.pk}/versions/"))) == [
        "You brought version 1 back. "
        "Changed: the title, paragraph 1 and paragraph 2. Taken out: what was paragraph 3.",
        "Taken over from Bo. Changed: paragraph 2.",
        "You changed the title and paragraph 1. You added paragraph 3.",
        "You began to share it with Bo.",
        "You began it.",
    ]


def test_what_is_gone_is_counted_as_it_stood_beside_what_has_its_number_now(ada: Person) -> None:
    note = a_note(ada, "One.", "Two.", "Three.")
    content = {"title": "Plan", "paragraphs": [{"id": "p1", "text": "One."}, {"id": "p3", "text": "Third."}]}
    editing.save(by=ada.keyholder, document=note, content=content, base=1, on=TODAY)

    (newest, _begun) = lines(words(seeker_visit(ada).get(f"/place/desk/{note.pk}/versions/")))

    assert newest == "You changed paragraph 2. You took out what was paragraph 2."


def test_a_version_is_laid_beside_the_present_one_in_marks_that_are_also_said(ada: Person) -> None:
    note = a_note(ada, "I led a small team.", "Gone.")
    write(ada, note, "I led a large team.")

    page = words(seeker_visit(ada).get(f"/place/desk/{note.pk}/versions/1/"))

    marked = re.findall(r'<div class="said marked" dir="auto">(.*?)</div>', page)
    assert marked == [
        'I led a <del><span class="unseen">Taken out: </span>small <span class="unseen"> End. </span></del>'
        '<ins><span class="unseen">Put in: </span>large <span class="unseen"> End. </span></ins>team.',
        '<del><span class="unseen">Taken out: </span>Gone.<span class="unseen"> End. </span></del>',
    ]
    assert re.findall(r"<h4>(.*?)</h4>", page) == ["Paragraph 1", "Paragraph 2"]


def test_bringing_a_version_back_keeps_what_stood_there(ada: Person) -> None:
    note = a_note(ada, "One.")
    write(ada, note, "Two.")
    visit, path = seeker_visit(ada), f"/place/desk/{note.pk}/versions"

    for _ in range(2):  # a double click
        answer = send(visit, f"{path}/1/restoration/", form_at=f"/place/desk/{note.pk}/")

    assert answer["Location"] == f"/place/desk/{note.pk}/?told=restored"
    assert texts(ada, note) == ["One."]
    assert len(lines(words(visit.get(f"{path}/")))) == 3


def test_the_present_version_and_one_that_says_the_same_cannot_be_brought_back(ada: Person) -> None:
    note = a_note(ada, "One.")
    for text in ("Two.", "One."):
        write(ada, note, text)
    visit = seeker_visit(ada)

    pages = [words(visit.get(f"/place/desk/{note.pk}/versions/{number}/")) for number in (1, 2, 3)]

    assert ["Bring this version back" in page for page in pages] == [False, True, False]
    assert "This is how it stands now." in pages[2]
    assert "It says the same as now." in pages[0]


def test_another_order_is_said(ada: Person) -> None:
    note = a_note(ada, "One.", "Two.")
    visit = seeker_visit(ada)
    path = f"/place/desk/{note.pk}"

    send(visit, f"{path}/versions/1/next/", {"text": "Plan\n\nTwo.\n\nOne."}, form_at=f"{path}/")

    assert "It stood in another order." in words(visit.get(f"{path}/versions/1/"))
    assert "You changed the order of the paragraphs." in words(visit.get(f"{path}/versions/"))


def test_a_new_job_is_one_line_of_the_history_and_a_changed_one_says_what(ada: Person) -> None:
    resume, content = a_resume(ada), a_content()
    written = [a_bullet("b1", "One."), a_bullet("b2", "Two.")]
    job = a_job("w3", position="Guard", name="Hospital", highlights=written)
    save(ada, resume, content | {"work": [job, *content["work"]]})
    job = job | {"location": "Reno", "highlights": [*written, a_bullet("b3", "Three.")]}
    save(ada, resume, content | {"work": [job, content["work"][0]]})
    save(ada, resume, content)

    assert lines(words(seeker_visit(ada).get(f"/place/desk/{resume.pk}/versions/"))) == [
        "You added “Clerk, Harbor”. You took out “Guard, Hospital” with 3 bullets.",
        "You changed Guard, place. You added Guard, bullet 3. You took out “Clerk, Harbor”.",
        "You added “Guard, Hospital” with 2 bullets.",
        "You began it.",
    ]


def test_several_new_bullets_of_one_job_are_counted(ada: Person) -> None:
    resume, content = a_resume(ada), a_content()
    office, harbor = content["work"]
    more = [a_bullet(f"n{number}", f"{number}.") for number in range(3)]
    save(ada, resume, content | {"work": [office | {"highlights": office["highlights"] + more}, harbor]})

    (newest, _begun) = lines(words(seeker_visit(ada).get(f"/place/desk/{resume.pk}/versions/")))

    assert newest == "You added 3 bullets in Shift lead."
