"""Handovers: the adviser sums up, the seeker decides, and silence ends it without the summary."""

from datetime import timedelta

import pytest

from offramp.pairing import cards, conversation, drafts, endings, handovers
from offramp.pairing.conversation import NotYours
from offramp.pairing.models import Handover, Pairing
from offramp.people.keyholders import FrontDesk
from offramp.people.models import Envelope
from tests.cast import TODAY, Person, paired
from tests.pairing.at_once import at_once


def proposed(pairing: Pairing, adviser: Person, text: str = "Knows ports.") -> Handover:
    return handovers.propose(by=adviser.keyholder, pairing=pairing, text=text, on=TODAY)


def test_while_it_waits_both_read_the_summary_and_write_on(ada: Person, bo: Person, di: Person) -> None:
    pairing = paired(ada, bo, di)
    handover = proposed(pairing, bo)

    assert handovers.waiting(request=ada.request) == handover
    assert handovers.read(by=ada.keyholder, handover=handover) == "Knows ports."
    assert handovers.read(by=bo.keyholder, handover=handover) == "Knows ports."
    conversation.write_as_seeker(by=ada.keyholder, request=ada.request, text="Why?", on=TODAY)
    conversation.write_as_adviser(by=bo.keyholder, pairing=pairing, text="I move away.", on=TODAY)


def test_a_second_summary_waits_for_the_answer_to_the_first(ada: Person, bo: Person, di: Person) -> None:
    pairing = paired(ada, bo, di)
    handover = proposed(pairing, bo)

    with pytest.raises(handovers.AlreadyProposed):
        proposed(pairing, bo, "Knows harbors.")
    assert handovers.read(by=ada.keyholder, handover=handover) == "Knows ports."


def test_the_seeker_agrees_and_the_summary_is_on_the_card_for_the_front_desk(
    ada: Person, bo: Person, di: Person
) -> None:
    pairing = paired(ada, bo, di)
    endings.hand_over(by=ada.keyholder, handover=proposed(pairing, bo))

    pairing.refresh_from_db()
    assert pairing.ending == Pairing.Ending.HANDED_OVER
    desk = FrontDesk.opened_by(di.keyholder)
    assert cards.read(card=ada.request.card, by=desk).summary == "Knows ports."
    assert not ada.request.is_read
    assert not Handover.objects.exists()


def test_the_seeker_refuses_and_everything_is_as_before(ada: Person, bo: Person, di: Person) -> None:
    pairing = paired(ada, bo, di)
    handovers.refuse(by=ada.keyholder, handover=proposed(pairing, bo))

    assert not Handover.objects.exists()
    assert not Envelope.objects.filter(kind=Handover.KIND).exists()
    assert proposed(pairing, bo, "Knows harbors.").pairing == pairing


def test_only_the_adviser_proposes_and_only_the_seeker_answers(
    ada: Person, bo: Person, cy: Person, di: Person
) -> None:
    pairing = paired(ada, bo, di)
    with pytest.raises(NotYours):
        proposed(pairing, cy)
    handover = proposed(pairing, bo)

    for stranger in (bo, cy, di):
        with pytest.raises(NotYours):
            handovers.refuse(by=stranger.keyholder, handover=handover)
        with pytest.raises(NotYours):
            endings.hand_over(by=stranger.keyholder, handover=handover)
    assert handovers.waiting(request=ada.request) == handover


def test_fourteen_days_of_silence_end_it_as_if_the_adviser_had_left(
    ada: Person, bo: Person, di: Person
) -> None:
    pairing = paired(ada, bo, di)
    proposed(pairing, bo)

    assert handovers.end_lapsed(on=TODAY + timedelta(days=13)) == 0
    assert handovers.end_lapsed(on=TODAY + timedelta(days=14)) == 1
    pairing.refresh_from_db()
    assert pairing.ending == Pairing.Ending.LEFT
    assert cards.read(card=ada.request.card, by=ada.keyholder).summary == ""


def test_leaving_at_once_takes_summary_and_draft_along(ada: Person, bo: Person, di: Person) -> None:
    pairing = paired(ada, bo, di)
    proposed(pairing, bo)
    drafts.keep(by=bo.keyholder, pairing=pairing, text="Dear")
    endings.leave(by=bo.member, pairing=pairing)

    assert not Handover.objects.exists()
    assert not Envelope.objects.filter(kind__in=["handover", "draft"]).exists()
    with pytest.raises(NotYours):
        endings.leave(by=bo.member, pairing=pairing)


@pytest.mark.django_db(transaction=True)
def test_agreed_to_in_the_second_the_adviser_leaves_the_pairing_ends_once(
    ada: Person, bo: Person, di: Person
) -> None:
    pairing = paired(ada, bo, di)
    handover = proposed(pairing, bo)
    by_ada, adviser = ada.keyholder, bo.member

    outcome = at_once(
        lambda: endings.hand_over(by=by_ada, handover=handover),
        lambda: endings.leave(by=adviser, pairing=pairing),
    )

    assert sorted(outcome) == ["NotYours", "done"]
    assert not Pairing.objects.live().exists()
    assert not Handover.objects.exists()
