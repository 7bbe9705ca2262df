"""Suggestions on the seeker's page: shown side by side, taken, edited, declined; nobody else's."""

import re

import pytest
from django.test import Client

from offramp.documents import editing, suggestions, versions
from offramp.documents.models import Document, Suggestion
from offramp.documents.proposals import Change, Insertion, Removal
from offramp.pairing.models import Pairing
from offramp.people.models import Session
from tests.cast import TODAY, Person
from tests.documents.papers import outcome, propose, shared_note, texts, write
from tests.web.counting import queries
from tests.web.signing_in import TOKEN, seeker_visit, send, words

OLD = "I kept the ledger of the night shift."
NEW = "I kept the ledger of two shifts for six years."


@pytest.fixture
def note(ada: Person, pair: Pairing) -> Document:
    return shared_note(ada, pair, OLD, "I speak Spanish.")


@pytest.fixture
def suggestion(bo: Person, note: Document) -> Suggestion:
    return propose(bo, note, Change("paragraphs/p1", OLD, NEW), "Numbers are remembered.")


@pytest.fixture
def at_desk(ada: Person) -> Client:
    return seeker_visit(ada)


def review(note: Document) -> str:
    return f"/place/desk/{note.pk}/review/"


def at(suggestion: Suggestion, page: str) -> str:
    return f"/place/desk/suggestions/{suggestion.pk}/{page}/"


def marked(page: str, tag: str) -> list[str]:
    """The words within each mark, without those for whoever listens."""
    found = re.findall(rf"<{tag}>(.*?)</{tag}>", page)
    return [re.sub(r'<span class="unseen">.*?</span>', "", one).strip() for one in found]


def test_old_stands_beside_new_with_marked_words_and_the_reason(
    at_desk: Client, note: Document, suggestion: Suggestion
) -> None:
    page = words(at_desk.get(review(note)))

    assert "1 suggestion waits for you" in page
    assert "Paragraph 1: other words" in page
    assert "Numbers are remembered." in page
    assert '<p class="hint">Bo · ' in page
    assert marked(page, "del") == ["the night shift."]
    assert marked(page, "ins") == ["two shifts for six years."]
    assert page.count("Taken out:") == page.count("Put in:") == 1
    assert "<title>Read along " in page


def test_accepted_it_is_in_the_text_and_the_history_names_its_author(
    at_desk: Client, ada: Person, note: Document, suggestion: Suggestion
) -> None:
    answer = send(at_desk, at(suggestion, "acceptance"), form_at=review(note))

    assert answer["Location"] == review(note) + "?told=taken"
    assert texts(ada, note) == [NEW, "I speak Spanish."]
    assert versions.history(by=ada.keyholder, document=note)[0].names == ("Bo",)
    assert "1 suggestion is answered" in words(at_desk.get(review(note)))


def test_a_double_click_takes_it_once(
    at_desk: Client, ada: Person, note: Document, suggestion: Suggestion
) -> None:
    token = TOKEN.findall(words(at_desk.get(review(note))))[0]
    clicks = [at_desk.post(at(suggestion, "acceptance"), {"csrfmiddlewaretoken": token}) for _ in range(2)]

    assert [click["Location"] for click in clicks] == [review(note) + "?told=taken"] * 2
    assert Document.objects.get(pk=note.pk).newest == 3


def test_edited_first_the_seekers_own_words_stand_there(
    at_desk: Client, ada: Person, note: Document, suggestion: Suggestion
) -> None:
    page = words(at_desk.get(at(suggestion, "acceptance")))
    assert f"\n{NEW}</textarea>" in page
    assert f'name="now" value="{OLD}"' in page

    fields = {"text": "I kept two ledgers.", "now": OLD}
    answer = send(at_desk, at(suggestion, "acceptance/own"), fields, form_at=at(suggestion, "acceptance"))

    assert answer["Location"] == review(note) + "?told=taken"
    assert texts(ada, note)[0] == "I kept two ledgers."
    assert outcome(suggestion) == "edited"


def test_a_place_that_changed_meanwhile_shows_three_texts_and_nothing_is_written(
    at_desk: Client, ada: Person, note: Document, suggestion: Suggestion
) -> None:
    write(ada, note, "I kept the ledger of the night shift alone.", "I speak Spanish.")
    assert "This place has changed since." in words(at_desk.get(review(note)))

    answer = send(at_desk, at(suggestion, "acceptance"), form_at=review(note))

    assert answer.status_code == 409
    page = words(answer)
    for part in ("As Bo read it", "As it stands now", "As Bo suggests it", OLD):
        assert part in page
    assert "\nI kept the ledger of the night shift alone.</textarea>" in page
    assert (outcome(suggestion), Document.objects.get(pk=note.pk).newest) == ("", 3)


def test_put_together_by_hand_the_result_stands_there(
    at_desk: Client, ada: Person, note: Document, suggestion: Suggestion
) -> None:
    now = "I kept the ledger alone."
    write(ada, note, now, "I speak Spanish.")
    fields = {"text": "Alone I kept two ledgers.", "now": now}

    send(at_desk, at(suggestion, "acceptance/own"), fields, form_at=at(suggestion, "acceptance"))

    assert texts(ada, note)[0] == "Alone I kept two ledgers."


def test_changed_once_more_while_they_wrote_their_words_come_back(
    at_desk: Client, ada: Person, note: Document, suggestion: Suggestion
) -> None:
    write(ada, note, "Something else again.", "I speak Spanish.")
    fields = {"text": "Two ledgers.", "now": OLD}

    answer = send(at_desk, at(suggestion, "acceptance/own"), fields, form_at=at(suggestion, "acceptance"))

    assert answer.status_code == 409
    assert "\nTwo ledgers.</textarea>" in words(answer)
    assert 'name="now" value="Something else again."' in words(answer)
    assert texts(ada, note)[0] == "Something else again."


def test_withdrawn_while_they_wrote_their_words_come_back(
    at_desk: Client, ada: Person, bo: Person, note: Document, suggestion: Suggestion
) -> None:
    form_at = at(suggestion, "acceptance")
    token = TOKEN.findall(words(at_desk.get(form_at)))[0]
    suggestions.withdraw(by=bo.keyholder, suggestion=suggestion)

    fields = {"csrfmiddlewaretoken": token, "text": "Two ledgers.", "now": OLD}
    answer = at_desk.post(at(suggestion, "acceptance/own"), fields)

    assert answer.status_code == 409
    assert "\nTwo ledgers.</textarea>" in words(answer)
    assert texts(ada, note)[0] == OLD
    assert at_desk.get(form_at)["Location"] == review(note) + "?told=suggestion-over"


def test_a_place_that_is_gone_keeps_the_words_readable(
    at_desk: Client, ada: Person, note: Document, suggestion: Suggestion
) -> None:
    content = {"title": "Plan", "paragraphs": [{"id": "p2", "text": "I speak Spanish."}]}
    editing.save(by=ada.keyholder, document=note, content=content, base=2, on=TODAY)

    answer = send(at_desk, at(suggestion, "acceptance"), form_at=review(note))

    assert answer.status_code == 409
    assert "two shifts for six years." in words(answer)
    assert "This place is not in your text any more" in words(answer)


def test_declined_the_text_stays_and_the_adviser_reads_why(
    at_desk: Client, ada: Person, bo: Person, note: Document, suggestion: Suggestion
) -> None:
    answer = send(at_desk, at(suggestion, "declining"), {"text": "It was one shift."})

    assert answer["Location"] == review(note) + "?told=refused"
    assert texts(ada, note)[0] == OLD
    assert suggestions.read(by=bo.keyholder, document=note)[0].answer == "It was one shift."


def test_all_at_once_is_all_that_was_seen(
    at_desk: Client, ada: Person, bo: Person, note: Document, suggestion: Suggestion
) -> None:
    addition = propose(bo, note, Insertion("paragraphs/p2", "I can learn."))
    page = words(at_desk.get(review(note)))
    last = re.findall(r'name="seen" value="(\d+)"', page)[0]
    seen = {"csrfmiddlewaretoken": TOKEN.findall(page)[0], "seen": last}
    unseen = propose(bo, note, Removal("paragraphs/p2", "I speak Spanish."))

    answer = at_desk.post(review(note) + "acceptance/", seen)

    assert answer["Location"] == review(note) + "?told=all-taken"
    assert texts(ada, note) == [NEW, "I speak Spanish.", "I can learn."]
    assert [outcome(one) for one in (suggestion, addition, unseen)] == ["accepted", "accepted", ""]


def test_all_at_once_leaves_what_no_longer_fits(
    at_desk: Client, ada: Person, bo: Person, note: Document, suggestion: Suggestion
) -> None:
    propose(bo, note, Removal("paragraphs/p2", "I speak Spanish."))
    write(ada, note, "Something else.", "I speak Spanish.")

    answer = send(at_desk, review(note) + "acceptance/", {"seen": "2"}, form_at=review(note))

    assert answer["Location"] == review(note) + "?told=some-left"
    assert texts(ada, note) == ["Something else."]
    assert outcome(suggestion) == ""


def test_all_declined_changes_nothing(
    at_desk: Client, ada: Person, bo: Person, note: Document, suggestion: Suggestion
) -> None:
    unseen = propose(bo, note, Removal("paragraphs/p2", "I speak Spanish."))

    send(at_desk, review(note) + "declining/", {"seen": "1"}, form_at=review(note))

    assert texts(ada, note)[0] == OLD
    assert [outcome(suggestion), outcome(unseen)] == ["declined", ""]


def test_a_form_of_nobodys_making_decides_nothing(
    at_desk: Client, note: Document, suggestion: Suggestion
) -> None:
    for page in ("acceptance/", "declining/"):
        assert send(at_desk, review(note) + page, {"seen": "many"}, form_at=review(note)).status_code == 404
    assert outcome(suggestion) == ""


@pytest.mark.parametrize("page", ["acceptance/own", "declining"])
def test_words_sent_after_the_visit_ended_stand_in_the_form_again(
    ada: Person, note: Document, suggestion: Suggestion, page: str
) -> None:
    client = seeker_visit(ada)
    token = TOKEN.findall(words(client.get(at(suggestion, "acceptance"))))[0]
    Session.objects.all().delete()
    late = client.post(at(suggestion, page), {"csrfmiddlewaretoken": token, "text": "Mine.", "now": OLD})
    assert (late.status_code, "Mine." in words(late)) == (409, True)

    fields = {"code": str(ada.code), "text": "Mine.", "path": at(suggestion, page)}
    back = send(client, "/return/", fields)

    shown = words(client.get(back["Location"]))
    assert "You were away. Your text is still here, not sent yet." in shown
    assert "\nMine.</textarea>" in shown
    assert outcome(suggestion) == ""


def test_too_long_a_text_comes_back_whole(at_desk: Client, note: Document, suggestion: Suggestion) -> None:
    text = "x" * 10_001
    form_at = at(suggestion, "acceptance")

    answer = send(at_desk, at(suggestion, "acceptance/own"), {"text": text, "now": OLD}, form_at=form_at)

    assert (answer.status_code, text in words(answer)) == (400, True)


@pytest.mark.parametrize("page", ["acceptance", "acceptance/own", "declining"])
def test_another_seeker_cannot_tell_that_it_exists(gus: Person, suggestion: Suggestion, page: str) -> None:
    visit = seeker_visit(gus)

    assert visit.get(at(suggestion, page)).status_code == 404
    assert send(visit, at(suggestion, page), {"text": "x"}, form_at="/place/").status_code == 404
    assert outcome(suggestion) == ""


def test_three_suggestions_cost_as_many_queries_as_one(
    at_desk: Client, bo: Person, note: Document, suggestion: Suggestion
) -> None:
    counts = []
    for number in (1, 2):
        counts.append(queries(at_desk, review(note)))
        propose(bo, note, Removal("paragraphs/p2", "I speak Spanish."), f"Reason {number}.")
        propose(bo, note, Insertion("paragraphs/p2", "I can learn."), f"Reason {number}.")

    assert counts[0] == counts[1]
