"""What a seeker shares, on their adviser's pages: listed, read, talked about, gone through."""

import re
from datetime import date

from django.test import Client

from offramp.documents import comments, sharing
from offramp.documents.models import Comment, Document
from offramp.documents.proposals import Change, Removal
from offramp.pairing.models import Pairing
from tests.cast import Person
from tests.documents.papers import a_note, propose, shared_note, write
from tests.web.caseload.desks import OLD, at, desk
from tests.web.counting import queries
from tests.web.signing_in import send, words


def test_what_waits_for_a_review_comes_first(
    pairing: Pairing, ada: Person, bo: Person, note: Document, at_caseload: Client
) -> None:
    newer = shared_note(ada, pairing, "Newer.")
    write(ada, newer, "Newer.", title="Newer")
    sharing.review(by=bo.keyholder, document=newer, number=3)
    a_note(ada, "Only mine.", title="Secret")

    page = words(at_caseload.get(desk(pairing)))

    assert re.findall(r"<bdi>(.*?)</bdi>", page) == ["Plan", "Newer"]
    assert (page.count("to review"), page.count("gone through")) == (1, 1)
    assert "You never change anything here yourself" in page
    assert "Secret" not in page


def test_the_caseload_and_the_conversation_lead_to_the_desk(
    pairing: Pairing, note: Document, at_caseload: Client
) -> None:
    for page in ("/caseload/", f"/caseload/{pairing.pk}/"):
        shown = words(at_caseload.get(page))
        assert desk(pairing) in shown
        assert "1 to review" in shown


def test_gone_through_it_steps_back_until_something_changes(
    pairing: Pairing, ada: Person, note: Document, at_caseload: Client
) -> None:
    answer = send(at_caseload, at(pairing, note, "review/"), {"number": "2"}, form_at=at(pairing, note))
    assert answer["Location"] == desk(pairing) + "?told=reviewed"
    assert "gone through" in words(at_caseload.get(desk(pairing)))
    assert "You went through it as it stands now." in words(at_caseload.get(at(pairing, note)))

    write(ada, note, "I kept a book.", "I speak Spanish.")
    assert "to review" in words(at_caseload.get(desk(pairing)))
    page = words(at_caseload.get(at(pairing, note)))
    assert "What changed since you went through it" in page
    assert page.count("<del>") == page.count("<ins>") == 1


def test_gone_through_before_it_changed_it_waits_and_says_so(
    pairing: Pairing, ada: Person, note: Document, at_caseload: Client
) -> None:
    write(ada, note, "I kept a book.", "I speak Spanish.")

    answer = send(at_caseload, at(pairing, note, "review/"), {"number": "2"}, form_at=at(pairing, note))

    assert answer["Location"] == at(pairing, note) + "?told=reviewed-before"
    page = words(at_caseload.get(answer["Location"]))
    assert "Noted for what you read. They changed it meanwhile" in page
    assert "What changed since you went through it" in page
    assert "to review" in words(at_caseload.get(desk(pairing)))


def test_a_comment_is_put_answered_settled_and_opened_again(
    pairing: Pairing, ada: Person, note: Document, at_caseload: Client, today: date
) -> None:
    send(at_caseload, at(pairing, note, "comments/paragraphs/p1/"), {"text": "Which ledger?"})
    comment = Comment.objects.get()
    comments.answer(by=ada.keyholder, comment=comment, text="The port's.", on=today)
    page = words(at_caseload.get(at(pairing, note)))
    assert "The port&#x27;s." in page
    assert "waits for you" in page
    assert '<span class="who">Quiet Maple</span>' in page

    send(at_caseload, at(pairing, note, f"comments/{comment.pk}/answers/"), {"text": "Thank you."})
    for act, is_settled in (("resolution", True), ("reopening", False)):
        send(at_caseload, at(pairing, note, f"comments/{comment.pk}/{act}/"), form_at=at(pairing, note))
        assert Comment.objects.get(pk=comment.pk).is_resolved == is_settled
    remark = comments.read(by=ada.keyholder, document=note)[0]
    assert [one.text for one in remark.answers] == ["The port's.", "Thank you."]


def test_three_of_everything_cost_as_many_queries_as_one(
    pairing: Pairing, ada: Person, bo: Person, note: Document, at_caseload: Client, today: date
) -> None:
    pages = ("/caseload/", desk(pairing), at(pairing, note))
    propose(bo, note, Removal("paragraphs/p1", OLD))
    comments.put(by=bo.keyholder, document=note, path="title", text="Why?", on=today)
    one = [queries(at_caseload, page) for page in pages]
    for number in ("two", "three"):
        shared_note(ada, pairing, number)
        propose(bo, note, Change("paragraphs/p1", OLD, number))
        comments.put(by=bo.keyholder, document=note, path="paragraphs/p2", text=number, on=today)

    assert [queries(at_caseload, page) for page in pages] == one
