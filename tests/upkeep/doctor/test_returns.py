"""`offramp doctor`: where letters go out by mail, somebody hears of what comes back."""

from typing import Any

import pytest

from offramp.subscribers.models import Mailing
from offramp.upkeep.doctor.inside import returns
from tests.letters.letters import a_letter
from tests.subscribers.waiting import TODAY
from tests.upkeep.doctor.findings import ADVICE, GOOD, levels, the_one

pytestmark = pytest.mark.django_db


def test_mail_that_comes_back_to_nobody_is_said_as_soon_as_letters_are_mailed(settings: Any) -> None:
    assert levels(returns.returns()) == []
    Mailing.objects.create(letter=a_letter(), asked_on=TODAY)

    assert the_one(returns.returns()).level is ADVICE

    settings.BOUNCES = "bounces@letters.example.org"
    assert the_one(returns.returns()).level is GOOD
