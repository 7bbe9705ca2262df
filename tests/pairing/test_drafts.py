"""Drafts: one for each pairing, for its adviser alone, gone with the answer or the pairing."""

import pytest

from offramp.pairing import conversation, drafts, endings
from offramp.pairing.conversation import NotYours
from offramp.pairing.models import Draft
from offramp.people.envelopes import NoKey
from offramp.people.models import Envelope
from tests.cast import TODAY, Person, paired
from tests.dump import everything


def envelopes_of_drafts() -> int:
    return Envelope.objects.filter(kind=Draft.KIND).count()


def test_the_latest_one_is_kept_and_only_its_adviser_opens_it(
    ada: Person, bo: Person, cy: Person, di: Person
) -> None:
    pairing = paired(ada, bo, di)
    drafts.keep(by=bo.keyholder, pairing=pairing, text="Good mor")
    drafts.keep(by=bo.keyholder, pairing=pairing, text="Good morning")

    assert drafts.read(by=bo.keyholder, pairing=pairing) == "Good morning"
    assert (Draft.objects.count(), envelopes_of_drafts()) == (1, 1)
    draft = (Draft.KIND, Draft.objects.get().pk)
    assert draft in everything(bo.code.seed())
    for person in (ada, cy, di):
        assert draft not in everything(person.code.seed())
    with pytest.raises(NoKey):
        drafts.read(by=cy.keyholder, pairing=pairing)


def test_an_emptied_one_is_none(ada: Person, bo: Person, di: Person) -> None:
    pairing = paired(ada, bo, di)
    drafts.keep(by=bo.keyholder, pairing=pairing, text="Good morning")
    drafts.keep(by=bo.keyholder, pairing=pairing, text="")

    assert drafts.read(by=bo.keyholder, pairing=pairing) == ""
    assert envelopes_of_drafts() == 0


def test_with_the_answer_it_is_gone_and_its_envelope_too(ada: Person, bo: Person, di: Person) -> None:
    pairing = paired(ada, bo, di)
    drafts.keep(by=bo.keyholder, pairing=pairing, text="Good mor")
    conversation.write_as_adviser(by=bo.keyholder, pairing=pairing, text="Good morning", on=TODAY)

    assert (Draft.objects.count(), envelopes_of_drafts()) == (0, 0)


def test_with_the_pairing_it_is_gone_and_none_is_kept_afterwards(ada: Person, bo: Person, di: Person) -> None:
    pairing = paired(ada, bo, di)
    drafts.keep(by=bo.keyholder, pairing=pairing, text="Good mor")
    endings.change_adviser(by=ada.keyholder, request=ada.request, text="", on=TODAY)

    assert (Draft.objects.count(), envelopes_of_drafts()) == (0, 0)
    with pytest.raises(NotYours):
        drafts.keep(by=bo.keyholder, pairing=pairing, text="Good morning")
    assert (Draft.objects.count(), envelopes_of_drafts()) == (0, 0)


def test_nobody_keeps_one_on_somebody_elses_pairing(ada: Person, bo: Person, cy: Person, di: Person) -> None:
    pairing = paired(ada, bo, di)

    with pytest.raises(NotYours):
        drafts.keep(by=cy.keyholder, pairing=pairing, text="Good morning")
