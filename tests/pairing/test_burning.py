"""Burning: nothing is left, nothing comes back, and whoever returns in that moment is spared."""

from datetime import timedelta

import pytest

from offramp.pairing import burning, endings, intake, offers
from offramp.pairing.cards import Asked
from offramp.pairing.intake import AlreadyConfirmed
from offramp.pairing.models import Request
from offramp.people import codes, front_desk
from offramp.people.models import DeadCode, Envelope, Member
from offramp.sealed.codes import Code
from offramp.threads.models import Message, Thread
from tests.cast import TODAY, Person, a_seeker, an_organizer, paired
from tests.pairing.at_once import at_once


def send_again(person: Person) -> None:
    """The first form once more, with the Back button: its draft gives the same code."""
    intake.send(code=person.code, asked=Asked(day=TODAY), text="Hello?", retention_days=90)


def test_a_form_sent_again_after_burning_brings_nothing_back(ada: Person) -> None:
    burning.burn(request=ada.request)

    with pytest.raises(AlreadyConfirmed):
        send_again(ada)
    assert not Request.objects.exists()


def test_a_form_sent_again_after_a_new_code_brings_the_old_one_not_back(ada: Person) -> None:
    codes.replace(by=ada.keyholder, code=Code.draw(), on=TODAY)

    with pytest.raises(AlreadyConfirmed):
        send_again(ada)
    assert Request.objects.count() == 1


def test_a_dead_code_is_forgotten_by_the_second_purge(ada: Person) -> None:
    burning.burn(request=ada.request)

    assert (codes.forget_dead(), codes.forget_dead()) == (0, 1)
    assert not DeadCode.objects.exists()


def test_burning_twice_is_no_error(ada: Person) -> None:
    request = ada.request
    burning.burn(request=request)
    burning.burn(request=request)

    assert not Thread.objects.exists()


def test_only_what_is_due_burns(ada: Person, di: Person) -> None:
    gus = a_seeker("Another.")
    Request.objects.filter(pk=gus.request.pk).update(burns_on=TODAY + timedelta(days=1))
    Request.objects.filter(pk=ada.request.pk).update(burns_on=TODAY)

    assert burning.burn_due(on=TODAY) == 1
    assert [message.thread for message in Message.objects.all()] == [gus.request.thread]


@pytest.mark.django_db(transaction=True)
def test_burning_and_an_offer_at_once_leave_no_key_behind(ada: Person, bo: Person, di: Person) -> None:
    request, keyholder, adviser = ada.request, di.keyholder, bo.member

    at_once(
        lambda: burning.burn(request=request),
        lambda: offers.make(by=keyholder, request=request, adviser=adviser, on=TODAY),
    )

    assert not Request.objects.exists()
    assert set(Envelope.objects.values_list("kind", flat=True)) == {
        "front-desk-seed",
        "second-factor",
        "profile",
    }


@pytest.mark.django_db(transaction=True)
def test_burning_and_a_change_of_adviser_at_once_leave_no_key_behind(
    ada: Person, bo: Person, di: Person
) -> None:
    paired(ada, bo, di)
    request, seeker = ada.request, ada.keyholder

    at_once(
        lambda: endings.change_adviser(by=seeker, request=request, text="", on=TODAY),
        lambda: burning.burn(request=request),
    )

    assert not Envelope.objects.filter(kind__in=["card", "epoch", "retention"]).exists()


@pytest.mark.django_db(transaction=True)
def test_moving_to_a_new_front_desk_key_and_accepting_at_once_leave_the_desk_no_key(
    ada: Person, bo: Person, di: Person, ed: Person
) -> None:
    fay = an_organizer("Fay")
    front_desk.give_access(by=di.keyholder, to=fay.member, on=TODAY)
    offer = offers.make(by=di.keyholder, request=ada.request, adviser=bo.member, on=TODAY)
    front_desk.remove_organizer(by=di.keyholder, organizer=fay.member, on=TODAY)
    organizer, adviser = di.keyholder, bo.keyholder

    done = at_once(
        lambda: front_desk.reseal_some(by=organizer, most=50),
        lambda: offers.accept(by=adviser, offer=offer, on=TODAY),
    )

    assert done == ["done", "done"]
    assert not Envelope.objects.filter(kind__in=["card", "epoch"]).exclude(front_desk=None).exists()
    assert Member.objects.advisers().count() == 1
