"""One test a row of the design's table: with the whole database and each single seed, who opens what."""

from datetime import timedelta

from offramp.pairing import advice, burning, conversation, endings, handovers, offers, successors
from offramp.pairing.models import Handover, Offer, Pairing, Request
from offramp.people import codes, front_desk
from offramp.people.models import Envelope, FrontDeskKey
from offramp.sealed.codes import Code
from tests.cast import TODAY, Person, a_colleague, a_seeker, an_organizer, paired
from tests.dump import everything, opens

CARD_AND_FIRST = {"card", "first 1"}


def offered(ada: Person, bo: Person, di: Person) -> Offer:
    return offers.make(by=di.keyholder, request=ada.request, adviser=bo.member, on=TODAY)


def test_sent_the_card_and_first_message_open_for_the_seeker_and_the_front_desk(
    ada: Person, bo: Person, di: Person, ed: Person
) -> None:
    assert opens(ada, ada.request) == CARD_AND_FIRST
    assert opens(di, ada.request) == CARD_AND_FIRST
    assert opens(ed, ada.request) == CARD_AND_FIRST
    assert opens(bo, ada.request) == set()


def test_the_front_desk_and_seeker_write_before_pairing_in_a_thread_no_adviser_gets(
    ada: Person, bo: Person, di: Person
) -> None:
    conversation.write_as_front_desk(by=di.keyholder, request=ada.request, text="When suits you?", on=TODAY)
    conversation.write_as_seeker(by=ada.keyholder, request=ada.request, text="Evenings.", on=TODAY)
    offered(ada, bo, di)

    assert opens(ada, ada.request) == CARD_AND_FIRST | {"desk 1"}
    assert opens(di, ada.request) == CARD_AND_FIRST | {"desk 1"}
    assert opens(bo, ada.request) == CARD_AND_FIRST  # the first message held, the desk's thread never


def test_offered_the_server_opens_the_held_first_message_for_nobody(
    ada: Person, bo: Person, di: Person
) -> None:
    offered(ada, bo, di)

    held = Envelope.objects.get(member=bo.member, is_held=True)
    assert held.kind == "epoch"
    assert bo.keyholder.keys_of("epoch", [held.object_id]) == {}
    # What the threat model says plainly: a thief with the database and this adviser's code gets that far.
    assert opens(bo, ada.request) == CARD_AND_FIRST


def test_declined_expired_or_withdrawn_the_adviser_keeps_nothing(ada: Person, bo: Person, di: Person) -> None:
    offers.decline(by=bo.keyholder, offer=offered(ada, bo, di), on=TODAY)
    assert opens(bo, ada.request) == set()

    offers.withdraw(by=di.member, offer=offered(ada, bo, di), on=TODAY)
    assert opens(bo, ada.request) == set()

    offered(ada, bo, di)
    assert offers.end_stale(on=TODAY + timedelta(days=3)) == 1
    assert opens(bo, ada.request) == set()
    assert opens(di, ada.request) == opens(ada, ada.request) == CARD_AND_FIRST


def test_accepted_the_front_desk_is_out_and_later_messages_are_between_two(
    ada: Person, bo: Person, di: Person
) -> None:
    conversation.write_as_front_desk(by=di.keyholder, request=ada.request, text="We look.", on=TODAY)
    pairing = paired(ada, bo, di)
    conversation.write_as_adviser(by=bo.keyholder, pairing=pairing, text="Good evening.", on=TODAY)
    conversation.write_as_seeker(by=ada.keyholder, request=ada.request, text="Hello.", on=TODAY)

    assert opens(bo, ada.request) == {"card", "first 1", "pairing 1"}
    assert opens(ada, ada.request) == {"card", "first 1", "desk 1", "pairing 1"}
    assert opens(di, ada.request) == set()


def test_a_seeker_who_changes_adviser_takes_everything_from_the_old_one_and_gives_the_desk_a_fresh_card(
    ada: Person, bo: Person, di: Person
) -> None:
    pairing = paired(ada, bo, di)
    conversation.write_as_adviser(by=bo.keyholder, pairing=pairing, text="Good evening.", on=TODAY)
    old_card = ada.request.card.pk
    endings.change_adviser(by=ada.keyholder, request=ada.request, text="Somebody in my zone?", on=TODAY)

    assert ada.request.card.pk != old_card
    assert not Envelope.objects.filter(object_id=old_card).exists()
    assert opens(bo, ada.request) == set()
    assert opens(di, ada.request) == {"card", "desk 1"}
    assert opens(ada, ada.request) == {"card", "first 1", "pairing 1", "desk 1"}


def test_a_proposed_handover_opens_for_the_seeker_and_the_adviser_alone(
    ada: Person, bo: Person, di: Person
) -> None:
    handover = handovers.propose(by=bo.keyholder, pairing=paired(ada, bo, di), text="Knows…", on=TODAY)

    holders = Envelope.objects.filter(object_id=handover.pk).values_list("member", flat=True)
    assert set(holders) == {ada.member.pk, bo.member.pk}
    assert opens(bo, ada.request) == {"card", "first 1", "pairing 1"}


def test_an_approved_handover_puts_the_summary_on_a_fresh_card_for_the_front_desk(
    ada: Person, bo: Person, di: Person
) -> None:
    handover = handovers.propose(by=bo.keyholder, pairing=paired(ada, bo, di), text="Knows ports.", on=TODAY)
    endings.hand_over(by=ada.keyholder, handover=handover)

    assert opens(bo, ada.request) == set()
    assert opens(di, ada.request) == {"card"}
    assert opens(ada, ada.request) == {"card", "first 1", "pairing 1"}
    assert not Envelope.objects.filter(kind=Handover.KIND).exists()


def test_a_handover_unanswered_for_fourteen_days_ends_without_a_summary(
    ada: Person, bo: Person, di: Person
) -> None:
    handovers.propose(by=bo.keyholder, pairing=paired(ada, bo, di), text="Knows ports.", on=TODAY)

    assert handovers.end_lapsed(on=TODAY + timedelta(days=13)) == 0
    assert handovers.end_lapsed(on=TODAY + timedelta(days=14)) == 1
    assert opens(bo, ada.request) == opens(di, ada.request) == set()
    assert opens(ada, ada.request) == {"card", "first 1", "pairing 1"}


def test_a_removed_adviser_leaves_everything_to_the_seeker_alone(ada: Person, bo: Person, di: Person) -> None:
    paired(ada, bo, di)
    endings.remove_adviser(by=di.member, adviser=bo.member, on=TODAY)

    assert everything(bo.code.seed()) == {}
    assert opens(di, ada.request) == set()
    assert opens(ada, ada.request) == {"card", "first 1", "pairing 1"}


def test_an_adviser_who_leaves_at_once_can_open_nothing_written_afterwards(
    ada: Person, bo: Person, di: Person
) -> None:
    pairing = paired(ada, bo, di)
    before = everything(bo.code.seed())
    endings.leave(by=bo.member, pairing=pairing)
    endings.change_adviser(by=ada.keyholder, request=ada.request, text="Is somebody else there?", on=TODAY)
    conversation.write_as_seeker(by=ada.keyholder, request=ada.request, text="I wait.", on=TODAY)

    kept = set(before.values())
    now = set(everything(ada.code.seed()).values())
    written_after = now - kept
    assert opens(bo, ada.request) == set()
    assert written_after  # the new card and the new desk epoch: none of their keys was ever Bo's


def test_the_next_adviser_reads_from_their_own_day_and_earlier_only_when_the_seeker_says_so(
    ada: Person, bo: Person, cy: Person, di: Person
) -> None:
    first = paired(ada, bo, di)
    conversation.write_as_adviser(by=bo.keyholder, pairing=first, text="Good evening.", on=TODAY)
    endings.change_adviser(by=ada.keyholder, request=ada.request, text="", on=TODAY)
    second = paired(ada, cy, di)
    assert opens(cy, ada.request) == {"card", "pairing 2"}

    successors.let_read_earlier(by=ada.keyholder, pairing=second)
    assert opens(cy, ada.request) == {"card", "first 1", "pairing 1", "pairing 2"}
    assert opens(bo, ada.request) == set()


def test_an_adviser_with_new_keys_reads_on_only_as_far_as_the_seeker_allows(
    ada: Person, bo: Person, di: Person, ed: Person
) -> None:
    old = paired(ada, bo, di)
    again = a_colleague("Bo", replaces=bo)
    assert opens(again, ada.request) == opens(bo, ada.request) == set()

    successors.keep(by=ada.keyholder, pairing=old, everything=False)
    assert opens(again, ada.request) == {"card", "pairing 2"}

    going_on = Pairing.objects.live().get(request=ada.request)
    successors.let_read_earlier(by=ada.keyholder, pairing=going_on)
    assert opens(again, ada.request) == {"card", "first 1", "pairing 1", "pairing 2"}
    assert opens(bo, ada.request) == set()


def test_advice_is_between_the_adviser_and_the_front_desk_and_names_no_case(
    ada: Person, bo: Person, cy: Person, di: Person
) -> None:
    paired(ada, bo, di)
    seekers_before = everything(ada.code.seed())
    question = advice.ask(by=bo.keyholder, text="How do I speak about a gap?", on=TODAY)
    epoch = question.thread.epochs.get().pk

    assert ("epoch", epoch) in everything(bo.code.seed())
    assert ("epoch", epoch) in everything(di.code.seed())
    assert ("epoch", epoch) not in everything(cy.code.seed())
    assert everything(ada.code.seed()) == seekers_before
    assert not Request.objects.filter(thread=question.thread).exists()

    advice.answer(by=di.keyholder, question=question, text="Say it in one sentence.", on=TODAY)
    assert advice.erase_old(on=TODAY + timedelta(days=29)) == 0
    assert advice.erase_old(on=TODAY + timedelta(days=30)) == 1
    assert ("epoch", epoch) not in everything(bo.code.seed())


def test_a_new_code_opens_everything_the_old_one_did_and_the_old_one_nothing(
    ada: Person, bo: Person, di: Person
) -> None:
    offered(ada, bo, di)  # so that a held envelope moves too
    for person in (ada, bo, di):
        before = everything(person.code.seed())
        fresh = Person(Code.draw())
        codes.replace(by=person.keyholder, code=fresh.code, on=TODAY)

        assert everything(fresh.code.seed()) == before
        assert everything(person.code.seed()) == {}
        assert Envelope.objects.filter(is_held=True).count() == 1


def test_burned_nothing_of_it_opens_for_anybody(ada: Person, bo: Person, di: Person) -> None:
    pairing = paired(ada, bo, di)
    handovers.propose(by=bo.keyholder, pairing=pairing, text="Knows ports.", on=TODAY)
    bystander = a_seeker("Another one.")
    thread = ada.request.thread
    burning.burn(request=ada.request)

    assert everything(ada.code.seed()) == {}
    assert opens(bystander, bystander.request) == CARD_AND_FIRST
    assert {kind for kind, _ in everything(bo.code.seed())} == {"profile", "second-factor"}
    assert not thread.messages.exists()
    assert Request.objects.count() == 1


def test_an_organizer_without_access_opens_nothing_until_it_is_given(
    ada: Person, di: Person, ed: Person
) -> None:
    fay = an_organizer("Fay")
    assert opens(fay, ada.request) == set()

    front_desk.give_access(by=di.keyholder, to=fay.member, on=TODAY)
    assert opens(fay, ada.request) == CARD_AND_FIRST


def test_a_removed_organizer_opens_nothing_even_with_the_key_they_remember(
    ada: Person, di: Person, ed: Person
) -> None:
    fay = an_organizer("Fay")
    front_desk.give_access(by=di.keyholder, to=fay.member, on=TODAY)
    (remembered,) = [
        key for (kind, _), key in everything(fay.code.seed()).items() if kind == FrontDeskKey.SEED
    ]
    front_desk.remove_organizer(by=di.keyholder, organizer=fay.member, on=TODAY)
    later = a_seeker("After Fay left.")
    while front_desk.reseal_some(by=di.keyholder, most=1):
        pass

    assert everything(fay.code.seed()) == everything(remembered) == {}
    for person in (di, ed):
        assert opens(person, ada.request) == opens(person, later.request) == CARD_AND_FIRST
