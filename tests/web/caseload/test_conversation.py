"""The conversation on its adviser's page: answers, drafts, handing over, leaving; and nobody else's."""

from datetime import date

import pytest
from django.test import Client

from offramp.pairing import conversation, drafts, endings, handovers, successors
from offramp.pairing.models import Draft, Handover, Pairing
from offramp.people.models import Session
from offramp.threads.models import Message
from tests.cast import Person, paired
from tests.web.signing_in import seeker_visit, send, staff_visit, words
from tests.web.visitors import visitor


@pytest.fixture
def pairing(ada: Person, bo: Person, di: Person, today: date) -> Pairing:
    return paired(ada, bo, di, today=today)


def path(pairing: Pairing, page: str = "") -> str:
    return f"/caseload/{pairing.pk}/{page}"


def test_the_card_stands_beside_what_was_said(pairing: Pairing, at_caseload: Client) -> None:
    page = words(at_caseload.get(path(pairing)))

    for part in ("I am drowning in this place.", "Quiet Maple", "Analyst", "Résumé"):
        assert part in page
    assert "<title>Conversation " in page


def test_an_answer_reaches_the_seeker_with_the_advisers_name(
    pairing: Pairing, ada: Person, at_caseload: Client
) -> None:
    answer = send(at_caseload, path(pairing, "messages/"), {"text": "Good evening."}, form_at=path(pairing))

    assert answer["Location"] == path(pairing) + "?told=sent"
    said = conversation.read_as_seeker(by=ada.keyholder, request=ada.request)[-1]
    assert (said.text, said.name) == ("Good evening.", "Bo")
    assert '<span class="who">You</span>' in words(at_caseload.get(path(pairing)))


def test_a_draft_is_kept_shown_again_and_gone_once_sent(pairing: Pairing, at_caseload: Client) -> None:
    answer = send(at_caseload, path(pairing, "draft/"), {"text": "Good eve"}, form_at=path(pairing))
    assert answer["Location"] == path(pairing) + "?told=kept"
    page = words(at_caseload.get(path(pairing)))
    assert "Good eve</textarea>" in page
    assert "This is the draft you kept. It has not been sent." in page
    assert Message.objects.count() == 1

    send(at_caseload, path(pairing, "messages/"), {"text": "Good evening."}, form_at=path(pairing))
    assert "Good eve</textarea>" not in words(at_caseload.get(path(pairing)))
    assert not Draft.objects.exists()


def test_an_emptied_draft_is_gone(pairing: Pairing, bo: Person, at_caseload: Client) -> None:
    drafts.keep(by=bo.keyholder, pairing=pairing, text="Good eve")
    answer = send(at_caseload, path(pairing, "draft/"), {"text": ""}, form_at=path(pairing))

    assert answer["Location"] == path(pairing) + "?told=draft-gone"
    assert not Draft.objects.exists()


@pytest.mark.parametrize("page", ["messages/", "draft/"])
def test_too_long_a_text_comes_back_whole(pairing: Pairing, at_caseload: Client, page: str) -> None:
    text = "x" * 10_001
    answer = send(at_caseload, path(pairing, page), {"text": text}, form_at=path(pairing))

    assert answer.status_code == 400
    assert text in words(answer)
    assert "longer than 10000 characters" in words(answer)
    assert (Message.objects.count(), Draft.objects.count()) == (1, 0)


@pytest.mark.parametrize("page", ["messages/", "draft/", "handover/"])
def test_a_text_sent_after_the_visit_ended_is_shown_and_not_sent(
    pairing: Pairing, at_caseload: Client, page: str
) -> None:
    at_caseload.get(path(pairing))
    Session.objects.all().delete()

    answer = send(at_caseload, path(pairing, page), {"text": "A long text."}, form_at="/return/")
    assert answer.status_code == 409
    assert "A long text." in words(answer)
    assert (Message.objects.count(), Draft.objects.count(), Handover.objects.count()) == (1, 0, 0)


@pytest.mark.parametrize("page", ["", "handover/"])
def test_a_kept_text_wins_over_the_draft_which_stays(pairing: Pairing, bo: Person, page: str) -> None:
    drafts.keep(by=bo.keyholder, pairing=pairing, text="An older draft")
    visit = staff_visit(bo)
    session = visit.session
    session["kept"] = {"text": "A long text.", "path": f"/caseload/{pairing.pk}/{page}"}
    session.save()

    shown = words(visit.get(path(pairing, page)))
    assert "You were away. Your text is still here, not sent yet." in shown
    assert "A long text.</textarea>" in shown
    assert drafts.read(by=bo.keyholder, pairing=pairing) == "An older draft"


def test_what_an_earlier_adviser_wrote_stands_under_their_own_name(
    pairing: Pairing, ada: Person, bo: Person, cy: Person, di: Person, today: date
) -> None:
    conversation.write_as_adviser(by=bo.keyholder, pairing=pairing, text="Good evening.", on=today)
    endings.change_adviser(by=ada.keyholder, request=ada.request, text="", on=today)
    second = paired(ada, cy, di, today=today)
    assert "Good evening." not in words(staff_visit(cy).get(path(second)))

    successors.let_read_earlier(by=ada.keyholder, pairing=second)
    page = words(staff_visit(cy).get(path(second)))
    assert "Good evening." in page
    assert '<span class="who">Bo</span>' in page
    assert '<span class="who">You</span>' not in page


def test_a_handover_waits_for_the_seekers_word_and_a_second_one_is_refused(
    pairing: Pairing, ada: Person, at_caseload: Client
) -> None:
    assert "The person reads it first, and decides." in words(at_caseload.get(path(pairing, "handover/")))
    answer = send(at_caseload, path(pairing, "handover/"), {"text": "Knows ports."})
    assert answer["Location"] == path(pairing, "handover/") + "?told=handover-proposed"
    page = words(at_caseload.get(path(pairing, "handover/")))
    assert "Knows ports." in page
    assert "<textarea" not in page
    assert "You proposed a handover." in words(at_caseload.get(path(pairing)))

    again = send(at_caseload, path(pairing, "handover/"), {"text": "Knows harbors."})
    assert again["Location"] == path(pairing, "handover/") + "?told=handover-waiting"
    handover = handovers.waiting(request=ada.request)
    assert handover
    assert handovers.read(by=ada.keyholder, handover=handover) == "Knows ports."


def test_an_empty_summary_is_not_proposed(pairing: Pairing, at_caseload: Client) -> None:
    assert send(at_caseload, path(pairing, "handover/"), {"text": " "}).status_code == 400
    assert not Handover.objects.exists()


def test_leaving_is_explained_and_then_done_at_once(pairing: Pairing, at_caseload: Client) -> None:
    assert "It cannot be undone." in words(at_caseload.get(path(pairing, "leaving/")))
    assert Pairing.objects.live().exists()

    answer = send(at_caseload, path(pairing, "leaving/"))
    assert answer["Location"] == "/caseload/?told=left"
    assert not Pairing.objects.live().exists()
    for page in ("", "handover/", "leaving/"):
        assert at_caseload.get(path(pairing, page)).status_code == 404


@pytest.mark.parametrize("page", ["", "handover/", "leaving/"])
def test_a_stranger_cannot_tell_that_the_conversation_exists(
    pairing: Pairing, cy: Person, di: Person, ed: Person, ada: Person, page: str
) -> None:
    for visit in (*map(staff_visit, (cy, di, ed)), seeker_visit(ada)):
        assert visit.get(path(pairing, page)).status_code == 404


@pytest.mark.parametrize("page", ["messages/", "draft/", "handover/", "leaving/"])
def test_a_stranger_does_nothing_in_it(pairing: Pairing, cy: Person, ed: Person, page: str) -> None:
    for stranger, form_at in ((cy, "/caseload/"), (ed, "/front-desk/")):
        answer = send(staff_visit(stranger), path(pairing, page), {"text": "Hello?"}, form_at=form_at)
        assert answer.status_code == 404
    assert Message.objects.count() == 1
    assert (Draft.objects.count(), Handover.objects.count()) == (0, 0)
    assert Pairing.objects.live().exists()


def test_whoever_is_signed_out_gets_the_same_answer_for_every_address(pairing: Pairing) -> None:
    for address in (path(pairing), "/caseload/00000000-0000-4000-8000-000000000000/", "/front-desk/"):
        answer = visitor().get(address)
        assert (answer.status_code, answer["Location"]) == (302, "/staff/")
