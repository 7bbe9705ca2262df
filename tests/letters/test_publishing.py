"""Draft, scheduled, public, withdrawn: each because somebody did something, and the journal says who."""

from datetime import UTC, datetime, timedelta

import pytest

from offramp.journal.models import Entry
from offramp.letters import publishing, writing
from offramp.letters.models import Letter, Text
from offramp.letters.written import Written
from tests.cast import Person
from tests.letters.letters import a_letter

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
LATER = NOW + timedelta(days=3)


def readable(at: datetime) -> list[str]:
    letters = [letter.slug for letter in Letter.objects.for_readers(at=at)]
    assert [text.letter.slug for text in Text.objects.for_readers(at=at)] == letters
    return letters


def test_a_draft_is_nobody_elses(di: Person) -> None:
    letter = a_letter()

    assert readable(LATER) == []
    assert (letter.is_draft(), letter.is_public(at=NOW)) == (True, False)


def test_a_scheduled_letter_becomes_public_by_itself(di: Person) -> None:
    publishing.publish(letter=a_letter(), at=LATER, by=di.member, now=NOW)

    assert readable(LATER - timedelta(seconds=1)) == []
    assert readable(LATER) == ["a-letter"]


def test_a_day_that_is_over_publishes_nothing(di: Person) -> None:
    with pytest.raises(publishing.IsOver):
        publishing.publish(letter=a_letter(), at=NOW - timedelta(minutes=1), by=di.member, now=NOW)

    assert Letter.objects.get().is_draft()


def test_the_day_of_a_scheduled_letter_can_be_changed(di: Person, ed: Person) -> None:
    letter = a_letter()
    publishing.publish(letter=letter, at=LATER, by=di.member, now=NOW)

    publishing.publish(letter=letter, at=NOW, by=ed.member, now=NOW)

    assert readable(NOW) == ["a-letter"]
    assert Letter.objects.get().publication.by == ed.member


def test_a_public_letter_keeps_its_day(di: Person) -> None:
    letter = a_letter()
    publishing.publish(letter=letter, at=NOW, by=di.member, now=NOW)

    with pytest.raises(publishing.AlreadyPublic):
        publishing.publish(letter=letter, at=LATER, by=di.member, now=LATER)


def test_a_withdrawn_letter_is_gone_and_comes_back_under_its_old_day(di: Person, ed: Person) -> None:
    letter = a_letter()
    publishing.publish(letter=letter, at=NOW, by=di.member, now=NOW)

    publishing.withdraw(letter=letter, by=ed.member, now=LATER)

    assert readable(LATER) == []
    withdrawn = Letter.objects.get()
    assert (withdrawn.is_withdrawn(), withdrawn.publication.withdrawal.by) == (True, ed.member)
    publishing.put_back(letter=letter, by=ed.member, now=LATER)
    assert readable(LATER) == ["a-letter"]
    assert Letter.objects.get().publication.at == NOW


def test_a_letter_that_waits_for_its_day_becomes_a_draft_again(di: Person) -> None:
    letter = a_letter()
    publishing.publish(letter=letter, at=LATER, by=di.member, now=NOW)

    publishing.withdraw(letter=letter, by=di.member, now=NOW)

    assert Letter.objects.get().is_draft()
    assert readable(LATER) == []


def test_what_is_not_out_cannot_be_taken_back_twice(di: Person) -> None:
    letter = a_letter()

    with pytest.raises(publishing.NotOut):
        publishing.withdraw(letter=letter, by=di.member, now=NOW)
    with pytest.raises(publishing.NotWithdrawn):
        publishing.put_back(letter=letter, by=di.member, now=NOW)


def test_the_journal_says_who_and_which_and_nothing_of_what_it_says(di: Person) -> None:
    letter = a_letter()
    publishing.publish(letter=letter, at=NOW, by=di.member, now=NOW)
    publishing.withdraw(letter=letter, by=di.member, now=NOW)
    publishing.put_back(letter=letter, by=di.member, now=NOW)

    entries = Entry.objects.filter(subject_id=letter.pk).order_by("number")
    assert [(entry.kind, entry.actor_id) for entry in entries] == [
        ("letter published", di.member.pk),
        ("letter withdrawn", di.member.pk),
        ("letter put back", di.member.pk),
    ]


def test_the_journal_says_who_changed_what_everybody_reads(di: Person) -> None:
    letter = a_letter()
    change(letter, "Before it is out.", di)
    publishing.publish(letter=letter, at=NOW, by=di.member, now=NOW)
    change(letter, "Changed.", di)
    change(letter, "Changed.", di)  # says the same
    text = letter.texts.get()
    writing.restore(revision=text.revisions.get(number=1), by=di.member, on=NOW.date())
    publishing.withdraw(letter=letter, by=di.member, now=NOW)
    change(letter, "Once it is gone.", di)

    entries = Entry.objects.filter(kind="letter changed", subject_id=letter.pk)
    assert [entry.actor_id for entry in entries] == [di.member.pk] * 2


def change(letter: Letter, body: str, by: Person) -> None:
    base, written = letter.texts.get().newest, Written(title="A letter", body=body)
    writing.save(letter=letter, language="en", written=written, base=base, by=by.member, on=NOW.date())


def test_nobody_but_an_organizer_sees_drafts(di: Person, bo: Person, ada: Person) -> None:
    a_letter()

    seen = [Letter.objects.for_organizer(one.member).count() for one in (di, bo, ada)]
    assert seen == [1, 0, 0]
