"""What an adviser suggests: other words, something more, something less; taken back; never written."""

from datetime import date

import pytest
from django.test import Client

from offramp.documents import answers, suggestions
from offramp.documents.models import Comment, Document, Suggestion
from offramp.documents.proposals import Change, Insertion, Removal
from offramp.pairing.models import Pairing
from tests.cast import Person
from tests.documents.papers import outcome, propose, texts, write
from tests.web.caseload.desks import OLD, at
from tests.web.signing_in import send, words


def test_a_change_is_suggested_with_a_reason_and_the_text_stays(
    pairing: Pairing, ada: Person, note: Document, at_caseload: Client
) -> None:
    form_at = at(pairing, note, "changes/paragraphs/p1/")
    assert f"\n{OLD}</textarea>" in words(at_caseload.get(form_at))

    fields = {"text": "I kept two ledgers.", "reason": "Numbers help.", "old": OLD}
    answer = send(at_caseload, form_at, fields)

    assert answer["Location"] == at(pairing, note) + "?told=suggested#paragraphs/p1"
    suggested = suggestions.read(by=ada.keyholder, document=note)[0]
    assert suggested.proposal == Change("paragraphs/p1", OLD, "I kept two ledgers.")
    assert (suggested.reason, suggested.author) == ("Numbers help.", "Bo")
    assert texts(ada, note) == [OLD, "I speak Spanish."]
    page = words(at_caseload.get(at(pairing, note)))
    assert "waits for their answer" in page
    assert "Numbers help." in page


def test_something_more_and_something_less_are_suggested(
    pairing: Pairing, ada: Person, note: Document, at_caseload: Client
) -> None:
    send(at_caseload, at(pairing, note, "insertions/paragraphs/p1/"), {"text": "I can learn.", "reason": ""})
    send(
        at_caseload, at(pairing, note, "removals/paragraphs/p2/"), {"text": "Why?", "old": "I speak Spanish."}
    )

    added, removed = suggestions.read(by=ada.keyholder, document=note)
    assert isinstance(added.proposal, Insertion)
    assert (added.proposal.path, added.proposal.new) == ("paragraphs/p1", "I can learn.")
    assert removed.proposal == Removal("paragraphs/p2", "I speak Spanish.")
    assert removed.reason == "Why?"


def test_something_is_suggested_before_all_others(
    pairing: Pairing, ada: Person, note: Document, at_caseload: Client
) -> None:
    form_at = at(pairing, note, "insertions/paragraphs/")
    page = words(at_caseload.get(at(pairing, note)))
    assert page.count("Add before this") == 1
    assert f'href="{form_at}"' in page
    assert "Add something before this" in words(at_caseload.get(form_at))

    send(at_caseload, form_at, {"text": "In short: ports.", "reason": "Begin with it."})

    page = words(at_caseload.get(at(pairing, note)))
    assert "Paragraph 1: one more before it" in page
    assert "For a place that is gone" not in page
    (suggested,) = suggestions.read(by=ada.keyholder, document=note)
    answers.accept(by=ada.keyholder, suggestion=suggested.suggestion, on=suggested.day)
    assert texts(ada, note) == ["In short: ports.", OLD, "I speak Spanish."]


@pytest.mark.parametrize("place", ["title", "nothing", "paragraphs/p1/p2"])
def test_where_nothing_may_be_added_there_is_no_page(
    pairing: Pairing, note: Document, at_caseload: Client, place: str
) -> None:
    assert at_caseload.get(at(pairing, note, f"insertions/{place}/")).status_code == 404


def test_a_double_click_suggests_it_once(pairing: Pairing, note: Document, at_caseload: Client) -> None:
    for page in ("changes", "insertions"):
        for _ in range(2):
            fields = {"text": "I kept two ledgers.", "old": OLD}
            send(at_caseload, at(pairing, note, f"{page}/paragraphs/p1/"), fields)

    assert Suggestion.objects.count() == 2


def test_a_place_that_changed_meanwhile_is_shown_and_the_words_stay(
    pairing: Pairing, ada: Person, note: Document, at_caseload: Client
) -> None:
    write(ada, note, "I kept a book.", "I speak Spanish.")
    fields = {"text": "I kept two ledgers.", "reason": "Numbers help.", "old": OLD}

    answer = send(at_caseload, at(pairing, note, "changes/paragraphs/p1/"), fields)

    assert answer.status_code == 409
    page = words(answer)
    assert "They changed this place" in page
    assert '<div class="said" dir="auto">I kept a book.</div>' in page
    assert 'name="old" value="I kept a book."' in page
    assert "\nI kept two ledgers.</textarea>" in page
    assert "\nNumbers help.</textarea>" in page
    assert not Suggestion.objects.exists()


@pytest.mark.parametrize(
    ("page", "fields"),
    [
        ("changes/paragraphs/p1/", {"text": "", "old": OLD}),
        ("changes/paragraphs/p1/", {"text": OLD, "old": OLD}),
        ("changes/paragraphs/p1/", {"text": "x" * 10_001, "old": OLD}),
        ("changes/title/", {"text": "x" * 201, "old": "Plan"}),
        ("insertions/paragraphs/p1/", {"text": " "}),
        ("removals/paragraphs/p1/", {"text": "x" * 2_001, "old": OLD}),
        ("comments/", {"text": ""}),
        ("comments/paragraphs/p1/", {"text": "x" * 4_001}),
    ],
)
def test_what_cannot_be_sent_comes_back_with_a_sentence(
    pairing: Pairing, note: Document, at_caseload: Client, page: str, fields: dict[str, str]
) -> None:
    answer = send(at_caseload, at(pairing, note, page), fields)

    assert answer.status_code == 400
    assert 'role="alert"' in words(answer)
    assert f"\n{fields['text']}</textarea>" in words(answer) or not fields["text"].strip()
    assert (Suggestion.objects.count(), Comment.objects.count()) == (0, 0)


def test_their_own_suggestion_is_withdrawn_unless_it_was_answered(
    pairing: Pairing, ada: Person, bo: Person, note: Document, at_caseload: Client, today: date
) -> None:
    first = propose(bo, note, Removal("paragraphs/p2", "I speak Spanish."))
    second = propose(bo, note, Change("paragraphs/p1", OLD, "Two ledgers."), "Numbers help.")
    answers.decline(by=ada.keyholder, suggestion=second, reason="It was one.", on=today)

    told = [
        send(at_caseload, at(pairing, note, f"suggestions/{one.pk}/withdrawal/"), form_at=at(pairing, note))
        for one in (first, second)
    ]

    assert [answer["Location"].partition("=")[2] for answer in told] == [
        "suggestion-withdrawn",
        "suggestion-over",
    ]
    assert [outcome(first), outcome(second)] == ["withdrawn", "declined"]
    page = words(at_caseload.get(at(pairing, note)))
    assert "What became of 2 suggestions" in page
    assert "It was one." in page
