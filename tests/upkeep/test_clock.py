"""What is done by the day is not done on a wrong day."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.apps import apps
from django.db import models
from django.utils import timezone

from offramp.pairing.models import Request
from offramp.upkeep import chores, clock, command, serve
from offramp.upkeep.refusal import Refused
from tests.cast import a_seeker, two_organizers
from tests.environment import ROOT

TODAY = timezone.now().date()
A_DAY = timedelta(days=1)

Typed = Callable[..., tuple[int, str]]


@pytest.fixture
def typed(capsys: pytest.CaptureFixture[str]) -> Typed:
    """Type a command; how it ended, and what it said against it."""

    def typed(*words: str) -> tuple[int, str]:
        answer = command.main(words)
        return answer, capsys.readouterr().err

    return typed


@pytest.fixture
def due(db: None) -> None:
    """A case that burns as soon as a purge comes to it."""
    two_organizers(today=TODAY)
    a_seeker(today=TODAY)
    Request.objects.update(burns_on=TODAY)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("days_ago", [46, 3650, -1, -3650])
def test_a_purge_on_a_day_nobody_can_believe_does_nothing(days_ago: int, due: None, typed: Typed) -> None:
    last = TODAY - days_ago * A_DAY
    chores.note("purge", on=last)

    status, said = typed("purge")

    assert (status, said.count("\n")) == (2, 1)
    assert said.startswith(f"offramp: this machine's clock says {TODAY}, and the last purge was on {last}.")
    assert f"“offramp purge --today-really-is {TODAY}”" in said
    assert (Request.objects.count(), chores.last("purge")) == (1, last)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("days_ago", [0, 1, 45])
def test_after_a_rest_a_purge_goes_on_by_itself(days_ago: int, due: None, typed: Typed) -> None:
    chores.note("purge", on=TODAY - days_ago * A_DAY)

    assert typed("purge") == (0, "")
    assert (Request.objects.count(), chores.last("purge")) == (0, TODAY)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("days_ago", [400, -400])
def test_a_person_can_say_that_the_clock_is_right(days_ago: int, due: None, typed: Typed) -> None:
    chores.note("purge", on=TODAY - days_ago * A_DAY)

    assert typed("purge", "--today-really-is", str(TODAY)) == (0, "")
    assert (Request.objects.count(), chores.last("purge")) == (0, TODAY)


@pytest.mark.django_db(transaction=True)
def test_saying_another_day_than_the_clock_is_refused(due: None, typed: Typed) -> None:
    status, said = typed("purge", "--today-really-is", str(TODAY - A_DAY))

    assert status == 2
    assert said == (
        f"offramp: you say that today is {TODAY - A_DAY}, and this machine's clock says {TODAY}: "
        "set the clock first.\n"
    )
    assert Request.objects.count() == 1


@pytest.mark.parametrize("written", ["tomorrow", "22.11.2026", "2026-13-01"])
def test_what_is_no_day_is_refused(written: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command.main(["purge", "--today-really-is", written])

    assert f"“{written}” is no day; it should look like 2026-11-22" in capsys.readouterr().err


@pytest.mark.django_db
@pytest.mark.parametrize("days_ago", [46, -1])
def test_before_the_first_purge_the_newest_day_in_the_database_is_asked(days_ago: int) -> None:
    begun = clock.RELEASED_ON + 100 * A_DAY
    two_organizers(today=begun)

    with pytest.raises(Refused, match=f"the newest day in the database is {begun}"):
        clock.check(begun + days_ago * A_DAY, really=None)


@pytest.mark.django_db
def test_an_empty_database_believes_the_clock() -> None:
    assert clock.newest_day() is None
    clock.check(clock.RELEASED_ON, really=None)


@pytest.mark.django_db
def test_a_clock_before_the_release_is_wrong_whatever_a_person_says() -> None:
    before = clock.RELEASED_ON - A_DAY

    with pytest.raises(Refused, match="set the clock first"):
        clock.check(before, really=before)


@pytest.mark.django_db
def test_nobody_is_served_by_a_clock_before_the_release(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "RELEASED_ON", TODAY + A_DAY)

    assert next(iter(serve.problems("127.0.0.1"))) == clock.problem(TODAY)


def test_a_day_in_the_database_has_happened_or_is_known_to_lie_ahead() -> None:
    """A new column of either kind has to be put on its side, or a purge could be refused without need."""
    days = {
        field.name
        for model in apps.get_models()
        for field in model._meta.local_concrete_fields
        if isinstance(field, models.DateField) and not isinstance(field, models.DateTimeField)
    }

    happened = {"on", "made_on", "retired_on", "proposed_on", "approved_on", "done_on", "begun_on"}
    happened |= {"asked_on", "confirmed_on", "stopped_on", "bounced_on", "month"}
    assert days - happened == clock.AHEAD


def test_the_release_is_of_the_day_that_the_changelog_says() -> None:
    dated = re.findall(r"^## \d\S* .*?(\d{4}-\d\d-\d\d)", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)

    assert [date.fromisoformat(day) for day in dated[:1]] in ([], [clock.RELEASED_ON])
