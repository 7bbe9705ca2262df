"""The front desk: what it reads, closes, puts aside and pauses, and who waits for whom."""

from datetime import timedelta
from uuid import uuid4

import pytest

from offramp.journal.models import Entry
from offramp.pairing import burning, conversation, endings, front_desk, intake, offers, waiting
from offramp.pairing.conversation import NotYours
from offramp.pairing.models import Pause, Request
from offramp.pairing.waiting import State
from offramp.people.keyholders import FrontDesk
from tests.cast import TODAY, Person, a_seeker, paired


def state(seeker: Person, organizer: Person) -> State:
    requests = Request.objects.for_front_desk(organizer.member).filter(pk=seeker.request.pk)
    desk = FrontDesk.opened_by(organizer.keyholder)
    (found,) = waiting.at_front_desk(requests=requests, desk=desk, on=TODAY)
    return found.state


def write(seeker: Person, text: str) -> None:
    conversation.write_as_seeker(by=seeker.keyholder, request=seeker.request, text=text, on=TODAY)


def answer(organizer: Person, seeker: Person, text: str) -> None:
    conversation.write_as_front_desk(by=organizer.keyholder, request=seeker.request, text=text, on=TODAY)


def sweep(organizer: Person, *seekers: Person) -> int:
    uuids = [seeker.request.uuid for seeker in seekers]
    return front_desk.sweep(by=organizer.member, uuids=uuids, on=TODAY)


def kinds() -> list[str]:
    return list(Entry.objects.filter(number__gt=0).order_by("number").values_list("kind", flat=True))


def test_a_request_stands_where_the_last_act_put_it(ada: Person, bo: Person, di: Person) -> None:
    assert state(ada, di) == State.NEW
    front_desk.mark_read(by=di.member, request=ada.request)
    assert state(ada, di) == State.READ
    answer(di, ada, "Would evenings suit you?")
    assert state(ada, di) == State.ANSWERED
    offers.make(by=di.keyholder, request=ada.request, adviser=bo.member, on=TODAY)
    assert state(ada, di) == State.OFFERED
    write(ada, "Evenings, yes.")
    assert state(ada, di) == State.WROTE


def test_a_request_that_comes_back_is_new_and_what_was_said_elsewhere_is_no_answer(
    ada: Person, bo: Person, di: Person
) -> None:
    front_desk.mark_read(by=di.member, request=ada.request)
    pairing = paired(ada, bo, di)
    conversation.write_as_adviser(by=bo.keyholder, pairing=pairing, text="Hello.", on=TODAY)
    endings.change_adviser(by=ada.keyholder, request=ada.request, text="", on=TODAY)

    assert state(ada, di) == State.NEW
    front_desk.mark_read(by=di.member, request=ada.request)
    assert state(ada, di) == State.READ


def test_once_paired_the_front_desk_neither_reads_answers_nor_closes(
    ada: Person, bo: Person, di: Person
) -> None:
    paired(ada, bo, di)

    with pytest.raises(NotYours):
        front_desk.mark_read(by=di.member, request=ada.request)
    with pytest.raises(NotYours):
        answer(di, ada, "Hello?")
    with pytest.raises(NotYours):
        front_desk.close(by=di.keyholder, request=ada.request, text="Sorry.", on=TODAY)
    with pytest.raises(NotYours):
        front_desk.undo_sweep(by=di.member, request=ada.request, on=TODAY)
    assert sweep(di, ada) == 0


def test_closing_says_why_and_the_seekers_next_message_opens_it_again(ada: Person, di: Person) -> None:
    front_desk.mark_read(by=di.member, request=ada.request)
    front_desk.close(by=di.keyholder, request=ada.request, text="We cannot help with this.", on=TODAY)

    assert state(ada, di) == State.CLOSED
    said = conversation.read_as_seeker(by=ada.keyholder, request=ada.request)
    assert said[-1].text == "We cannot help with this."
    write(ada, "And with a résumé?")
    assert state(ada, di) == State.WROTE


def test_what_an_adviser_is_looking_at_is_not_closed_until_its_last_day_is_over(
    ada: Person, bo: Person, di: Person
) -> None:
    offers.make(by=di.keyholder, request=ada.request, adviser=bo.member, on=TODAY)
    with pytest.raises(front_desk.StillOffered):
        front_desk.close(by=di.keyholder, request=ada.request, text="Sorry.", on=TODAY)
    assert len(conversation.read_as_seeker(by=ada.keyholder, request=ada.request)) == 1

    later = TODAY + timedelta(days=3)
    front_desk.close(by=di.keyholder, request=ada.request, text="Sorry.", on=later)
    assert ada.request.is_closed


def test_junk_is_put_aside_together_and_brought_back_alone(di: Person) -> None:
    junk, mistake, offered_one = a_seeker("Buy!"), a_seeker("Help"), a_seeker("Me too")
    assert sweep(di, junk, mistake) == 2
    front_desk.undo_sweep(by=di.member, request=mistake.request, on=TODAY)

    assert [seeker.request.is_swept for seeker in (junk, mistake, offered_one)] == [True, False, False]
    assert kinds()[-3:] == [Entry.Kind.SWEPT, Entry.Kind.SWEPT, Entry.Kind.SWEEP_UNDONE]
    front_desk.undo_sweep(by=di.member, request=mistake.request, on=TODAY)
    assert kinds()[-1:] == [Entry.Kind.SWEEP_UNDONE]
    assert kinds().count(Entry.Kind.SWEEP_UNDONE) == 1


def test_what_is_offered_unknown_or_a_strangers_to_sweep_stays(ada: Person, bo: Person, di: Person) -> None:
    assert front_desk.sweep(by=di.member, uuids=[uuid4()], on=TODAY) == 0
    assert front_desk.sweep(by=bo.member, uuids=[ada.request.uuid], on=TODAY) == 0
    offers.make(by=di.keyholder, request=ada.request, adviser=bo.member, on=TODAY)

    assert sweep(di, ada) == 0
    assert not ada.request.is_swept


def test_junk_burns_when_the_day_to_undo_is_over_and_not_before(ada: Person, di: Person) -> None:
    bystander = a_seeker("Another one.")
    sweep(di, ada)

    assert burning.burn_due(on=TODAY + timedelta(days=1)) == 0
    assert burning.burn_due(on=TODAY + timedelta(days=2)) == 1
    assert list(Request.objects.all()) == [bystander.request]


def test_whoever_was_taken_for_junk_and_writes_again_is_back(ada: Person, di: Person) -> None:
    sweep(di, ada)
    write(ada, "Is somebody there?")

    assert state(ada, di) == State.NEW
    assert burning.burn_due(on=TODAY + timedelta(days=2)) == 0


def test_a_pause_closes_intake_with_its_text_and_resuming_opens_it(di: Person, ed: Person) -> None:
    front_desk.pause(by=di.member, text="Back on Monday.", on=TODAY)
    front_desk.pause(by=ed.member, text="Back on Tuesday.", on=TODAY)

    standing = front_desk.paused()
    assert standing
    assert (standing.text, standing.by) == ("Back on Tuesday.", ed.member)
    assert intake.state() == intake.Intake.PAUSED
    front_desk.resume(by=di.member, on=TODAY)
    front_desk.resume(by=di.member, on=TODAY)
    assert front_desk.paused() is None
    assert intake.state() == intake.Intake.OPEN
    assert kinds()[-3:] == [Entry.Kind.PAUSED, Entry.Kind.PAUSED, Entry.Kind.RESUMED]


def test_only_organizers_pause(bo: Person) -> None:
    with pytest.raises(front_desk.NotAllowed):
        front_desk.pause(by=bo.member, text="Closed.", on=TODAY)
    with pytest.raises(front_desk.NotAllowed):
        front_desk.resume(by=bo.member, on=TODAY)
    assert not Pause.objects.exists()


def test_an_adviser_sees_first_who_waits_then_whom_they_answered(bo: Person, di: Person) -> None:
    answered, silent, fresh = a_seeker("One"), a_seeker("Two"), a_seeker("Three")
    for seeker, text in ((answered, "Hello."), (silent, "Good evening.")):
        pairing = paired(seeker, bo, di)
        conversation.write_as_adviser(by=bo.keyholder, pairing=pairing, text=text, on=TODAY)
    write(silent, "Hello?")
    paired(fresh, bo, di)

    found = waiting.in_caseload(by=bo.keyholder)
    assert [(one.pairing.request, one.waits) for one in found] == [
        (silent.request, True),
        (fresh.request, True),
        (answered.request, False),
    ]


def test_offers_come_first_to_end_first_and_ended_ones_not_at_all(bo: Person, di: Person) -> None:
    seekers = [a_seeker(text) for text in ("One", "Two", "Three")]
    made = [TODAY, TODAY - timedelta(days=1), TODAY - timedelta(days=3)]
    for seeker, day in zip(seekers, made, strict=True):
        offers.make(by=di.keyholder, request=seeker.request, adviser=bo.member, on=day)

    found = waiting.offered(by=bo.keyholder, on=TODAY)
    assert [offer.request for offer, _ in found] == [seekers[1].request, seekers[0].request]
