"""Who finds nothing on the adviser's pages of a desk, and the words of whom the door closed on."""

from datetime import date

import pytest
from django.test import Client

from offramp.documents import sharing
from offramp.documents.models import Comment, Document, Suggestion
from offramp.documents.proposals import Removal
from offramp.pairing import endings
from offramp.pairing.models import Pairing
from offramp.people.models import Session
from tests.cast import Person, a_seeker, paired
from tests.documents.papers import outcome, propose, write
from tests.web.caseload.desks import OLD, at, desk
from tests.web.signing_in import TOKEN, next_number, seeker_visit, send, staff_visit, words

PAGES = (
    "",
    "changes/paragraphs/p1/",
    "insertions/paragraphs/p1/",
    "removals/paragraphs/p1/",
    "comments/",
    "comments/paragraphs/p1/",
)


@pytest.mark.parametrize("page", PAGES[1:])
def test_sharing_that_ends_while_they_type_gives_their_words_back(
    pairing: Pairing, ada: Person, note: Document, at_caseload: Client, page: str
) -> None:
    token = TOKEN.findall(words(at_caseload.get(at(pairing, note, page))))[0]
    sharing.unshare(by=ada.keyholder, document=note)

    fields = {"csrfmiddlewaretoken": token, "text": "Two ledgers.", "reason": "Numbers help.", "old": OLD}
    answer = at_caseload.post(at(pairing, note, page), fields)

    assert answer.status_code == 404
    for part in (
        "This is not shared with you any more.",
        "\nTwo ledgers.</textarea>",
        "\nNumbers help.</textarea>",
    ):
        assert part in words(answer)
    looked = at_caseload.get(at(pairing, note, page))
    assert looked.status_code == 404
    assert "This is not shared with you any more." in words(looked)
    assert "What you wrote" not in words(looked)
    assert (Suggestion.objects.count(), Comment.objects.count()) == (0, 0)


def test_a_place_taken_out_while_they_type_gives_their_words_back(
    pairing: Pairing, ada: Person, note: Document, at_caseload: Client
) -> None:
    write(ada, note, OLD)
    form_at = at(pairing, note, "changes/paragraphs/p1/")
    fields = {"text": "I speak three languages.", "old": "I speak Spanish."}

    answer = send(at_caseload, at(pairing, note, "changes/paragraphs/p2/"), fields, form_at=form_at)

    assert answer.status_code == 404
    assert "This place is not there any more." in words(answer)
    assert "\nI speak three languages.</textarea>" in words(answer)


@pytest.mark.parametrize("page", PAGES[1:])
def test_words_sent_after_the_visit_ended_stand_in_the_form_again(
    pairing: Pairing, bo: Person, note: Document, page: str
) -> None:
    client, path = staff_visit(bo), at(pairing, note, page)
    token = TOKEN.findall(words(client.get(path)))[0]
    Session.objects.all().delete()
    typed = {"text": "Two ledgers.", "reason": "Numbers help."}
    late = client.post(path, {"csrfmiddlewaretoken": token, **typed})
    assert late.status_code == 409
    assert "\nTwo ledgers.</textarea>" in words(late)
    assert "\nNumbers help.</textarea>" in words(late)

    fields = {"code": str(bo.code), "number": next_number(bo), "path": path, **typed}
    back = send(client, "/staff/", fields)
    shown = words(client.get(back["Location"]))

    assert "You were away. Your text is still here, not sent yet." in shown
    assert "\nTwo ledgers.</textarea>" in shown
    assert ("\nNumbers help.</textarea>" in shown) == ('name="reason"' in shown)
    assert (Suggestion.objects.count(), Comment.objects.count()) == (0, 0)


@pytest.mark.parametrize("page", PAGES)
def test_a_stranger_cannot_tell_that_it_is_shared(
    pairing: Pairing, note: Document, ada: Person, cy: Person, di: Person, page: str
) -> None:
    for visit in (staff_visit(cy), staff_visit(di), seeker_visit(ada)):
        assert visit.get(at(pairing, note, page)).status_code == 404
        assert visit.get(desk(pairing)).status_code == 404


def test_the_former_adviser_reads_nothing_any_more(
    pairing: Pairing, ada: Person, note: Document, at_caseload: Client, today: date
) -> None:
    endings.change_adviser(by=ada.keyholder, request=ada.request, text="", on=today)

    for page in (desk(pairing), *(at(pairing, note, page) for page in PAGES)):
        assert at_caseload.get(page).status_code == 404


def test_a_document_of_another_of_their_people_is_not_on_this_desk(
    pairing: Pairing, bo: Person, di: Person, note: Document, at_caseload: Client, today: date
) -> None:
    other = paired(a_seeker("So do I.", today=today), bo, di, today=today)

    assert at_caseload.get(at(other, note)).status_code == 404
    mine = propose(bo, note, Removal("paragraphs/p1", OLD))
    elsewhere = at(other, note, f"suggestions/{mine.pk}/withdrawal/")
    assert send(at_caseload, elsewhere, form_at="/caseload/").status_code == 404
    assert outcome(mine) == ""
