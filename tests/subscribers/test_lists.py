"""Lists brought in and taken out, and one address erased."""

import io
from uuid import uuid4

import pytest

from offramp.journal.models import Entry
from offramp.notices.models import Outgoing
from offramp.subscribers import asking, changing, files, lists
from offramp.subscribers.lists import Brought
from offramp.subscribers.models import Subscriber
from tests.cast import TODAY

pytestmark = pytest.mark.django_db
DI = uuid4()


def bring_in(said: str) -> Brought:
    lines = files.lines(io.BytesIO(said.encode()), on=TODAY)
    return sum(lists.bring_in(lines, language="en", rhythm="each", by=DI, on=TODAY), Brought())


def noted() -> list[tuple[str, object]]:
    return list(Entry.objects.order_by("number").values_list("kind", "actor_id"))


def test_who_agreed_on_a_day_arrives_confirmed_and_all_others_are_asked_once() -> None:
    brought = bring_in("email,confirmed_on\nada@example.org,2024-01-02\nbo@example.org,\n")

    assert (brought.confirmed, brought.asked, brought.bad) == (1, 1, ())
    assert [one.email for one in Subscriber.objects.confirmed()] == ["ada@example.org"]
    [mail] = Outgoing.objects.all()
    assert mail.to == "bo@example.org"
    assert Subscriber.objects.get(email=mail.to).key in mail.text
    assert noted() == [("subscribers brought in", DI)]


def test_only_whose_day_the_list_says_came_by_it_whoever_is_asked_says_yes_themselves() -> None:
    bring_in("email,confirmed_on\nada@example.org,2024-01-02\nbo@example.org,\n")

    changing.confirm(key=Subscriber.objects.get(email="bo@example.org").key, on=TODAY)

    came = dict(Subscriber.objects.values_list("email", "was_brought"))
    assert came == {"ada@example.org": True, "bo@example.org": False}
    ada = Subscriber.objects.get(email="ada@example.org")
    changing.confirm(key=ada.key, on=TODAY)  # its mailbox takes mail again
    ada.refresh_from_db()
    assert (ada.was_brought, changing.kept_of(ada)["came_by_a_list"]) == (True, True)


def test_the_same_list_again_changes_and_mails_nothing() -> None:
    said = "email,confirmed_on\nada@example.org,2024-01-02\nbo@example.org,\n"
    bring_in(said)
    before = list(Subscriber.objects.order_by("email").values())

    again = bring_in(said)

    assert (again.confirmed, again.asked, again.known) == (0, 0, 2)
    assert list(Subscriber.objects.order_by("email").values()) == before
    assert Outgoing.objects.count() == 1


def test_one_who_did_not_answer_yet_is_not_confirmed_by_a_list() -> None:
    asking.ask(email="ada@example.org", language="en", rhythm="each", on=TODAY)

    assert bring_in("email,confirmed_on\nada@example.org,2024-01-02\n").known == 1
    assert not Subscriber.objects.confirmed().exists()


def test_an_address_that_stands_there_twice_is_one() -> None:
    brought = bring_in("ada@example.org\nADA@example.org\nAda <ada@example.org>\n")

    assert (brought.asked, brought.known) == (1, 2)
    assert Outgoing.objects.count() == 1


def test_nobody_who_ended_it_is_brought_back_by_an_old_list() -> None:
    bring_in("email,confirmed_on\nada@example.org,2024-01-02\n")
    changing.end(key=Subscriber.objects.get().key, on=TODAY)

    brought = bring_in("email,confirmed_on\nada@example.org,2024-01-02\n")

    assert (brought.ended, brought.confirmed) == (1, 0)
    assert not Subscriber.objects.exists()


def test_a_language_the_campaign_does_not_speak_becomes_the_one_that_was_chosen() -> None:
    bring_in("email,language\nada@example.org,es\nbo@example.org,fr\n")

    assert dict(Subscriber.objects.values_list("email", "language")) == {
        "ada@example.org": "es",
        "bo@example.org": "en",
    }


def test_more_than_one_lot_is_counted_together_and_noted_once() -> None:
    many = "\n".join(f"reader{number}@example.org,2024-01-02" for number in range(lists.AT_ONCE + 5))

    brought = bring_in(f"email,confirmed_on\n{many}\nnobody\n")

    assert (brought.confirmed, len(brought.bad), brought.last) == (505, 1, 507)
    assert len(noted()) == 1


def test_what_is_taken_out_can_be_brought_in_again() -> None:
    bring_in("email,confirmed_on,rhythm\n=1+1@example.org,2024-01-02,monthly\nada@example.org,2023-02-03,\n")
    bring_in("waits@example.org\n")
    written = lists.take_out(by=DI, on=TODAY)
    kept = ("email", "language", "rhythm", "confirmed_on")
    before = list(Subscriber.objects.confirmed().order_by("email").values_list(*kept))
    Subscriber.objects.all().delete()

    bring_in(written)

    assert list(Subscriber.objects.order_by("email").values_list(*kept)) == before
    assert written.splitlines()[1] == "'=1+1@example.org,en,monthly,2024-01-02"
    assert ("subscribers exported", DI) in noted()


def test_erasing_leaves_no_row_and_no_mail_and_is_noted_without_the_address() -> None:
    bring_in("ada@example.org\n")

    assert lists.erase(email="ada@example.org", by=DI, on=TODAY) is True
    assert lists.erase(email="ada@example.org", by=DI, on=TODAY) is False

    assert not Subscriber.objects.exists()
    assert not Outgoing.objects.exists()
    assert noted()[-1] == ("subscriber erased", DI)
    assert bring_in("ada@example.org\n").ended == 1
