"""A new code seals everything anew: what is taken from somebody in the same moment must not come along."""

import time
from collections.abc import Callable
from threading import Event
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction

from offramp.pairing import conversation, endings, offers
from offramp.pairing.models import Offer, Pairing
from offramp.people import codes, envelopes, front_desk
from offramp.people.models import Departure, Envelope
from offramp.sealed import objects
from offramp.sealed.codes import Code
from tests.cast import TODAY, Person, paired
from tests.pairing.at_once import at_once


def while_drawing(person: Person, act: Callable[[], Any]) -> list[str]:
    """The act begins when the new code is made, and before anybody else can see that it was."""
    keyholder, code, is_drawn = person.keyholder, Code.draw(), Event()

    @transaction.atomic
    def draw() -> None:
        codes.replace(by=keyholder, code=code, on=TODAY)
        is_drawn.set()
        time.sleep(0.3)

    def then() -> None:
        is_drawn.wait()
        act()

    return at_once(draw, then)


@pytest.mark.django_db(transaction=True)
def test_an_adviser_who_draws_one_while_the_seeker_changes_adviser_keeps_nothing(
    ada: Person, bo: Person, di: Person
) -> None:
    paired(ada, bo, di)
    by_ada, request, bo_id = ada.keyholder, ada.request, bo.member.pk

    outcome = while_drawing(bo, lambda: endings.change_adviser(by=by_ada, request=request, text="", on=TODAY))

    assert outcome == ["done", "done"]
    left = set(Envelope.objects.filter(member=bo_id).values_list("kind", flat=True))
    assert left.isdisjoint({"card", "epoch"})


@pytest.mark.django_db(transaction=True)
def test_an_adviser_who_draws_one_while_an_offer_is_withdrawn_keeps_nothing(
    ada: Person, bo: Person, di: Person
) -> None:
    offer = offers.make(by=di.keyholder, request=ada.request, adviser=bo.member, on=TODAY)
    by_di, bo_id = di.member, bo.member.pk

    outcome = while_drawing(bo, lambda: offers.withdraw(by=by_di, offer=offer, on=TODAY))

    assert outcome == ["done", "done"]
    assert not Offer.objects.live().exists()
    left = set(Envelope.objects.filter(member=bo_id).values_list("kind", flat=True))
    assert left.isdisjoint({"card", "epoch"})


@pytest.mark.django_db(transaction=True)
def test_what_is_written_in_the_moment_an_adviser_is_removed_is_not_sealed_to_them(
    ada: Person, bo: Person, di: Person
) -> None:
    pairing = paired(ada, bo, di)
    by_ada, by_di, request, adviser = ada.keyholder, di.member, ada.request, bo.member

    at_once(
        lambda: conversation.write_as_seeker(by=by_ada, request=request, text="Still there?", on=TODAY),
        lambda: endings.remove_adviser(by=by_di, adviser=adviser, on=TODAY),
    )

    assert not Envelope.objects.filter(member=adviser).exists()
    assert not Pairing.objects.live().filter(pk=pairing.pk).exists()


@pytest.mark.django_db
def test_nothing_is_sealed_to_an_account_that_ended(bo: Person, di: Person) -> None:
    adviser = bo.member
    front_desk.end_account(member=adviser, kind=Departure.Kind.REPLACED, by=di.member, on=TODAY)

    envelopes.put(objects.new_key(), kind="epoch", object_id=uuid4(), to=[adviser])

    assert not Envelope.objects.filter(member=adviser).exists()
