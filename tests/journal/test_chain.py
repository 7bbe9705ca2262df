"""The journal's chain: what was altered, removed or put in is said; what goes by the rules is not."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db.models import F

from offramp.journal import chain
from offramp.journal.models import Entry, Tally, note

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 22)
A_DAY = timedelta(days=1)
A_YEAR = timedelta(days=365)


@pytest.fixture
def numbers() -> list[int]:
    """Five entries of the days before today, chained."""
    acted(5)
    assert chain.extend(on=TODAY) == last().number - 1  # the beginning is noted today, and chained tomorrow
    return list(Entry.objects.exclude(link=b"").order_by("number").values_list("number", flat=True))


def acted(times: int, *, on: date = TODAY - A_DAY) -> None:
    for _ in range(times):
        note(Entry.Kind.INVITED, by=uuid4(), subject=uuid4(), on=on)


def last() -> Entry:
    return Entry.objects.order_by("number")[Entry.objects.count() - 1]


def faults() -> list[str]:
    return list(chain.faults())


def test_an_untouched_journal_has_no_faults(numbers: list[int]) -> None:
    acted(3, on=TODAY)
    assert chain.extend(on=TODAY + A_DAY) == last().number

    assert len(numbers) == 5
    assert faults() == []


def test_an_empty_journal_begins_no_chain() -> None:
    assert chain.extend(on=TODAY) == 0

    assert (Entry.objects.count(), Tally.objects.count(), faults()) == (0, 0, [])


def test_the_journal_says_when_its_chain_was_begun(numbers: list[int]) -> None:
    assert (last().kind, last().actor_id, last().on) == (Entry.Kind.CHAIN_BEGUN, None, TODAY)

    chain.extend(on=TODAY + A_DAY)

    assert Entry.objects.filter(kind=Entry.Kind.CHAIN_BEGUN).count() == 1


def test_what_was_noted_today_waits_for_the_next_night(numbers: list[int]) -> None:
    """Its number may be lower than that of an entry that is still on its way in."""
    acted(1, on=TODAY)

    chain.extend(on=TODAY)

    assert (bytes(last().link), faults()) == (b"", [])


@pytest.mark.parametrize(
    "change",
    [
        {"kind": Entry.Kind.RESUMED},
        {"actor_id": None},
        {"subject_id": uuid4()},
        {"on": TODAY - 2 * A_DAY},
    ],
    ids=lambda change: next(iter(change)),
)
def test_an_altered_entry_is_named(change: dict[str, Any], numbers: list[int]) -> None:
    Entry.objects.filter(number=numbers[2]).update(**change)

    assert faults() == [f"Entry {numbers[2]} is not as it was written."]


def test_a_removed_entry_is_missed(numbers: list[int]) -> None:
    Entry.objects.filter(number=numbers[2]).delete()

    assert faults() == [
        f"Entry {numbers[3]} is not as it was written, "
        f"or entries before it are missing (the last one is {numbers[1]})."
    ]


def test_a_beginning_that_was_cut_off_is_missed(numbers: list[int]) -> None:
    Entry.objects.filter(number__lte=numbers[1]).delete()

    assert len(faults()) == 1


def test_an_end_that_was_cut_off_is_missed(numbers: list[int]) -> None:
    Entry.objects.filter(number__gte=numbers[3]).delete()

    assert faults() == [
        f"Entries at the end are missing: the last one should be {numbers[4]}, and is {numbers[2]}."
    ]


def test_a_thief_who_turns_the_tally_back_with_the_end_is_seen(numbers: list[int]) -> None:
    Entry.objects.filter(number__gte=numbers[3]).delete()
    Tally.objects.update(last_number=numbers[2], last_link=bytes(last().link))

    assert faults() == ["The row that says how far it is chained was altered."]
    chain.extend(on=TODAY + A_DAY)
    assert faults() == ["The row that says how far it is chained was altered."]


def test_an_entry_put_in_between_is_named(numbers: list[int]) -> None:
    Entry.objects.filter(number=numbers[2]).update(link=b"")

    assert f"Entry {numbers[2]} was put in afterwards." in faults()


def test_two_entries_that_changed_places_are_seen(numbers: list[int]) -> None:
    first, second = Entry.objects.filter(number__in=numbers[1:3]).order_by("number")
    first.number, second.number = second.number, first.number
    first.save()
    second.save()

    assert len(faults()) >= 1


def test_a_fault_stays_when_the_next_night_chains_on(numbers: list[int]) -> None:
    Entry.objects.filter(number=numbers[2]).update(actor_id=None)
    acted(2, on=TODAY)

    chain.extend(on=TODAY + A_DAY)

    assert faults() == [f"Entry {numbers[2]} is not as it was written."]


def test_an_entry_added_with_a_high_number_after_a_cut_does_not_hide_it(numbers: list[int]) -> None:
    Entry.objects.filter(number__gte=numbers[3]).delete()
    acted(2, on=TODAY)

    chain.extend(on=TODAY + A_DAY)

    assert len(faults()) == 1


def test_what_is_older_than_a_year_goes_and_the_rest_holds(numbers: list[int]) -> None:
    acted(2, on=TODAY + 30 * A_DAY)
    later = TODAY + A_YEAR
    chain.extend(on=later)

    assert chain.erase_old(on=later) == 5

    assert (Entry.objects.count(), faults()) == (3, [])  # the beginning of the chain is a day younger
    assert chain.erase_old(on=later + A_YEAR) == 3
    assert (Entry.objects.count(), faults()) == (0, [])
    acted(1, on=later + A_YEAR)
    chain.extend(on=later + A_YEAR + A_DAY)
    assert faults() == []


def test_days_and_numbers_may_go_apart_when_a_clock_was_wrong(numbers: list[int]) -> None:
    Entry.objects.all().delete()
    Tally.objects.all().delete()
    for days_ago in (364, 366, 365, 367, 1):
        acted(1, on=TODAY - days_ago * A_DAY)
    chain.extend(on=TODAY)

    assert chain.erase_old(on=TODAY) == 2

    assert (Entry.objects.exclude(link=b"").count(), faults()) == (3, [])


def test_making_entries_look_old_does_not_get_rid_of_them_unseen(numbers: list[int]) -> None:
    Entry.objects.filter(number__lte=numbers[2]).update(on=F("on") - 2 * A_YEAR)

    assert chain.erase_old(on=TODAY) == 3

    assert len(faults()) == 1


def test_after_another_key_nothing_is_chained_until_it_is_begun_anew(
    numbers: list[int], settings: Any
) -> None:
    settings.SECRET_KEY = "another one, drawn when the old one was seen by somebody it was not for"
    acted(1, on=TODAY)

    assert faults() == ["It was chained with another OFFRAMP_SECRET_KEY than the one that is set now."]
    assert chain.extend(on=TODAY + A_DAY) == numbers[-1]
    chain.begin_anew(on=TODAY + 2 * A_DAY)
    chain.extend(on=TODAY + 2 * A_DAY)

    assert faults() == []
    assert (last().kind, last().on) == (Entry.Kind.CHAIN_BEGUN, TODAY + 2 * A_DAY)
    assert Entry.objects.exclude(link=b"").count() == 7
