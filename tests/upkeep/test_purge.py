"""`offramp purge`: what is due goes, what is not stays, and nothing but counts is printed."""

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction
from django.utils import timezone

from offramp import campaigns
from offramp.journal import chain
from offramp.journal.models import Entry, note
from offramp.notices.models import Outgoing, Share
from offramp.pairing import advice, front_desk, handovers, offers
from offramp.pairing.models import Handover, Offer, Pairing, Question, Request
from offramp.people import enrollment, sign_in
from offramp.people import front_desk as people_front_desk
from offramp.people.models import Envelope, FrontDeskKey, Invitation, Session
from offramp.people.sessions import SessionStore
from offramp.replies.models import Removal, Reply
from offramp.signatures.models import Signature
from offramp.subscribers.models import Subscriber
from offramp.upkeep import chores, command
from tests.cast import Person, a_seeker, an_adviser, an_organizer, paired, two_organizers
from tests.letters.letters import a_public_letter
from tests.replies.replies import a_reply

pytestmark = pytest.mark.django_db(transaction=True)

TODAY = timezone.now().date()
A_DAY = timedelta(days=1)

NOTHING = {
    "Cases burned": 0,
    "Offers ended": 0,
    "Handovers lapsed": 0,
    "Questions erased": 0,
    "People who left, forgotten": 0,
    "Dead codes forgotten": 0,
    "Journal entries erased": 0,
    "Enrollment links expired": 0,
    "Retired front desk keys deleted": 0,
    "Refused replies erased": 0,
    "Replies erased that nobody decided about": 0,
    "Notes of replies taken back, forgotten": 0,
    "Settled reports of replies erased": 0,
    "Signatures erased that nobody confirmed": 0,
    "Subscriptions erased that nobody confirmed": 0,
    "Single mails dropped that nobody took": 0,
    "Shares of mail forgotten": 0,
    "Old backups deleted": 0,
}


@pytest.fixture
def di_and_ed() -> tuple[Person, Person]:
    return two_organizers(today=TODAY)


@pytest.fixture
def purge(capsys: pytest.CaptureFixture[str]) -> Any:
    """Run it; the counts that are not zero."""

    def purge() -> dict[str, int]:
        assert command.main(["purge"]) == 0
        printed = [line.rpartition(": ") for line in capsys.readouterr().out.splitlines()]
        counts = {words: int(count) for words, _, count in printed}
        assert counts.pop("Journal chained up to entry") <= newest_entry()
        assert counts.keys() == NOTHING.keys()
        return {words: count for words, count in counts.items() if count}

    return purge


def newest_entry() -> int:
    return Entry.objects.order_by("number").values_list("number", flat=True).last() or 0


def test_an_installation_nobody_uses_has_nothing_to_forget(purge: Any) -> None:
    assert purge() == {}


def test_a_case_burns_on_its_day_and_not_before(di_and_ed: tuple[Person, Person], purge: Any) -> None:
    due, later = a_seeker(today=TODAY), a_seeker(today=TODAY)
    Request.objects.filter(pk=due.request.pk).update(burns_on=TODAY)
    Request.objects.filter(pk=later.request.pk).update(burns_on=TODAY + A_DAY)
    kept = later.request

    assert purge() == {"Cases burned": 1}

    assert [request.pk for request in Request.objects.all()] == [kept.pk]
    assert set(Envelope.objects.exclude(member=None).values_list("member__role", flat=True)) == {
        "seeker",
        "organizer",
    }


def test_junk_burns_when_the_day_to_undo_is_over(di_and_ed: tuple[Person, Person], purge: Any) -> None:
    di, _ = di_and_ed
    for days_ago in (0, 1, 2):
        swept = a_seeker(today=TODAY).request
        front_desk.sweep(by=di.member, uuids=[swept.uuid], on=TODAY - days_ago * A_DAY)

    assert purge() == {"Cases burned": 1}

    assert Request.objects.count() == 2


def test_an_offer_ends_at_midnight_of_its_third_day(di_and_ed: tuple[Person, Person], purge: Any) -> None:
    di, _ = di_and_ed
    for days_ago in (2, 3):
        request = a_seeker(today=TODAY).request
        adviser = an_adviser("Bo", today=TODAY).member
        offers.make(by=di.keyholder, request=request, adviser=adviser, on=TODAY - days_ago * A_DAY)

    assert purge() == {"Offers ended": 1}

    assert sorted(Offer.objects.values_list("outcome", flat=True)) == ["", Offer.Outcome.EXPIRED]
    assert Envelope.objects.filter(is_held=True).count() == 1


def test_a_handover_nobody_answered_is_as_if_the_adviser_had_left(
    di_and_ed: tuple[Person, Person], purge: Any
) -> None:
    bo = an_adviser("Bo", today=TODAY)
    for days_ago in (13, 14):
        pairing = paired(a_seeker(today=TODAY), bo, di_and_ed[0], today=TODAY)
        handovers.propose(by=bo.keyholder, pairing=pairing, text="Ready.", on=TODAY - days_ago * A_DAY)

    assert purge() == {"Handovers lapsed": 1}

    assert Handover.objects.count() == 1
    assert sorted(Pairing.objects.values_list("ending", flat=True)) == ["", Pairing.Ending.LEFT]


def test_advice_is_gone_thirty_days_after_the_answer(di_and_ed: tuple[Person, Person], purge: Any) -> None:
    bo = an_adviser("Bo", today=TODAY)
    for days_ago in (29, 30):
        question = advice.ask(by=bo.keyholder, text="What do I say?", on=TODAY)
        on = TODAY - days_ago * A_DAY
        advice.answer(by=di_and_ed[0].keyholder, question=question, text="This.", on=on)
    advice.ask(by=bo.keyholder, text="Never answered.", on=TODAY - 300 * A_DAY)

    assert purge() == {"Questions erased": 1}

    assert Question.objects.count() == 2


def test_the_journal_keeps_a_year(purge: Any) -> None:
    chores.note("purge", on=TODAY - A_DAY)
    for days_ago in (364, 365, 366):
        note(Entry.Kind.PAUSED, by=None, subject=None, on=TODAY - days_ago * A_DAY)

    assert purge() == {"Journal entries erased": 1}

    assert Entry.objects.filter(kind=Entry.Kind.PAUSED).count() == 2


def test_the_journal_is_chained_and_a_changed_key_is_begun_anew_by_hand(
    di_and_ed: tuple[Person, Person], settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    note(Entry.Kind.PAUSED, by=None, subject=None, on=TODAY - A_DAY)
    number = newest_entry()
    settings.SECRET_KEY = "an older one, from before it was changed by a careful host"
    command.main(["purge"])
    settings.SECRET_KEY = "a newer one, drawn when somebody had seen the older one"
    assert list(chain.faults()) != []

    command.main(["purge", "--begin-journal-chain"])

    assert list(chain.faults()) == []
    assert capsys.readouterr().out.count(f"Journal chained up to entry: {number}\n") == 2
    assert Entry.objects.filter(kind=Entry.Kind.CHAIN_BEGUN).count() == 2


def test_it_writes_down_that_it_was_done(purge: Any) -> None:
    purge()

    assert chores.last("purge") == TODAY


def test_links_that_ran_out_are_forgotten_and_used_ones_kept(
    di_and_ed: tuple[Person, Person], purge: Any
) -> None:
    for days_ago in (2, 3):
        Envelope.objects.all().delete()
        enrollment.recover(name="Flo", on=TODAY - days_ago * A_DAY)

    assert purge() == {"Enrollment links expired": 1}

    assert Invitation.objects.filter(enrolled=None).count() == 1
    assert Invitation.objects.exclude(enrolled=None).count() == 2


def test_a_retired_front_desk_key_goes_once_nothing_is_sealed_to_it(
    di_and_ed: tuple[Person, Person], purge: Any
) -> None:
    di, ed = di_and_ed
    flo = an_organizer("Flo", today=TODAY)
    people_front_desk.give_access(by=di.keyholder, to=flo.member, on=TODAY)
    a_seeker(today=TODAY)
    people_front_desk.remove_organizer(by=di.keyholder, organizer=ed.member, on=TODAY - A_DAY)
    assert purge() == {}

    people_front_desk.reseal_some(by=di.keyholder, most=100)

    assert purge() == {"Retired front desk keys deleted": 1}
    assert FrontDeskKey.objects.count() == 1
    seeds = Envelope.objects.filter(kind=FrontDeskKey.SEED).values_list("object_id", flat=True)
    assert set(seeds) == set(FrontDeskKey.objects.values_list("pk", flat=True))


def test_a_key_that_was_retired_today_may_still_be_on_its_way(
    di_and_ed: tuple[Person, Person], purge: Any
) -> None:
    di, _ = di_and_ed
    with transaction.atomic():
        people_front_desk.make_key(to=[di.member], by=di.member, on=TODAY)

    assert purge() == {}

    assert FrontDeskKey.objects.count() == 2


def test_sessions_that_ended_are_gone(di_and_ed: tuple[Person, Person], purge: Any) -> None:
    for _ in range(3):
        session = SessionStore()
        sign_in.begin(session, di_and_ed[0].keyholder)
        session.save()
    now, (idle, ended, _) = timezone.now(), Session.objects.values_list("pk", flat=True)
    Session.objects.filter(pk=idle).update(idle_until=now)
    Session.objects.filter(pk=ended).update(ends_at=now)

    assert purge() == {}

    assert Session.objects.count() == 1


def test_an_old_backup_goes_also_when_no_new_one_is_made(purge: Any, settings: Any, tmp_path: Path) -> None:
    settings.BACKUPS = tmp_path
    days = campaigns.current().backup_days
    old, young = (tmp_path / f"offramp-{TODAY - days_ago * A_DAY}.backup" for days_ago in (days, days - 1))
    old.touch()
    young.touch()

    assert purge() == {"Old backups deleted": 1}
    assert list(tmp_path.iterdir()) == [young]


def test_addresses_go_that_nobody_needs_any_more(purge: Any) -> None:
    letter, long_ago = a_public_letter(), TODAY - timedelta(days=100)
    for standing in Reply.Standing:
        a_reply(letter, standing=standing, at=timezone.now() - timedelta(days=100))
    for confirmed_on in (None, long_ago):
        whose = {"email": f"{confirmed_on}@example.org", "language": "en"}
        asked = whose | {"asked_on": long_ago, "confirmed_on": confirmed_on}
        Subscriber.objects.create(rhythm="each", **asked)
        Signature.objects.create(letter=letter, is_shown=False, **asked)
    Removal.objects.create(pk=uuid4(), on=long_ago)
    Outgoing.objects.create(to="ada@example.org", subject="A link", text="Press it.", on=long_ago)
    Share.objects.create(whose=b"somebody", about="reply", on=TODAY - A_DAY, taken=1)

    assert purge() == {
        "Refused replies erased": 1,
        "Replies erased that nobody decided about": 1,
        "Notes of replies taken back, forgotten": 1,
        "Signatures erased that nobody confirmed": 1,
        "Subscriptions erased that nobody confirmed": 1,
        "Single mails dropped that nobody took": 1,
        "Shares of mail forgotten": 1,
    }
    assert [reply.standing for reply in Reply.objects.all()] == ["shown"]
    assert Subscriber.objects.get().confirmed_on == Signature.objects.get().confirmed_on == long_ago
