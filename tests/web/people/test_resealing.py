"""Moving what waits to the front desk's new key: bounded, resumable, honest when it cannot go on."""

import time

import pytest

from offramp.people import front_desk
from offramp.people.models import Envelope, FrontDeskKey
from offramp.web.people import resealing
from tests.cast import TODAY, Person, a_seeker
from tests.web.signing_in import send, staff_visit, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def waiting(di: Person, ed: Person, fay: Person) -> int:
    """Envelopes left after Fay was removed."""
    for number in range(3):
        a_seeker(f"Message {number}.")
    front_desk.remove_organizer(by=di.keyholder, organizer=fay.member, on=TODAY)
    return front_desk.left_to_reseal().count()


def test_to_look_moves_nothing(di: Person, waiting: int) -> None:
    assert f"{waiting} sealed things are left" in words(staff_visit(di).get("/people/resealing/"))
    assert front_desk.left_to_reseal().count() == waiting


def test_when_the_time_is_over_it_stops_and_can_be_continued(
    di: Person, ed: Person, waiting: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resealing, "CHUNK", 2)
    passed = iter(range(100))
    monkeypatch.setattr(time, "monotonic", lambda: next(passed))
    assert resealing.reseal(di.keyholder, until=2) == waiting - 4
    monkeypatch.undo()

    assert "Everything stands under" in words(send(staff_visit(ed), "/people/resealing/"))


def test_what_nobody_here_can_open_is_said(di: Person, waiting: int) -> None:
    retired = FrontDeskKey.objects.exclude(retired_on=None)
    Envelope.objects.filter(kind=FrontDeskKey.SEED, object_id__in=retired.values("pk")).delete()

    page = words(send(staff_visit(di), "/people/resealing/"))

    assert "You were never given the key of what is left." in page
    assert front_desk.left_to_reseal().count() == waiting
