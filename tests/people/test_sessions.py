"""A signed-in browser: useless without its cookie, ended when it should be, and never brought back."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.sessions.backends.base import UpdateError
from pytest_django import DjangoAssertNumQueries

from offramp.people import sign_in
from offramp.people.models import Session
from offramp.people.sessions import SessionStore
from tests.cast import Person, a_seeker
from tests.people.conftest import Clock

pytestmark = pytest.mark.django_db


def opened(cookie: str | None) -> SessionStore:
    """The session as the next request finds it."""
    return SessionStore(cookie)


def visit(**content: str) -> SessionStore:
    session = SessionStore()
    session.update(content)
    session.save()
    return session


def test_what_was_kept_is_there_on_the_next_request() -> None:
    cookie = visit(kept="my text").session_key

    assert dict(opened(cookie).items()) == {"kept": "my text"}


def test_the_row_holds_neither_the_cookie_nor_the_content() -> None:
    session = visit(seed="planted-seed")
    row = Session.objects.get()

    kept = bytes(row.digest) + bytes(row.sealed)
    assert b"planted-seed" not in kept
    assert (session.session_key or "").encode() not in kept


def test_a_row_moved_under_another_cookie_opens_nothing() -> None:
    stolen, other = visit(seed="planted"), visit(kept="mine")
    sealed = Session.objects.get(pk=stolen._digest()).sealed
    Session.objects.filter(pk=other._digest()).update(sealed=sealed)

    assert dict(opened(other.session_key).items()) == {}


def test_a_cookie_that_somebody_chose_is_not_adopted() -> None:
    session = opened("chosen-by-somebody-else-0123456789")
    session["kept"] = "my text"
    session.save()

    assert session.session_key != "chosen-by-somebody-else-0123456789"
    assert not session.exists("chosen-by-somebody-else-0123456789")


def test_signing_in_gives_a_new_cookie_and_ends_the_old_one(di: Person) -> None:
    session = visit(pending="something")
    before = session.session_key

    sign_in.begin(session, di.keyholder)
    session.save()

    assert session.session_key != before
    assert dict(opened(before).items()) == {}
    assert "pending" not in opened(session.session_key)


def test_cycling_the_key_keeps_the_content_and_the_end(clock: Clock, di: Person) -> None:
    session = SessionStore()
    sign_in.begin(session, di.keyholder)
    session.save()
    ends_at = Session.objects.get().ends_at

    session.cycle_key()
    session.save()

    assert opened(session.session_key)["member"] == str(di.member.pk)
    assert Session.objects.get().ends_at == ends_at


def test_it_ends_after_a_quarter_of_an_hour_of_silence(clock: Clock) -> None:
    cookie = visit(kept="my text").session_key

    clock.move(minutes=14, seconds=59)
    assert "kept" in opened(cookie)
    clock.move(minutes=20)

    assert "kept" not in opened(cookie)


def test_a_seekers_visit_ends_after_two_hours_whatever_happens_in_it(clock: Clock, di: Person) -> None:
    cookie = begun(a_seeker())
    for _ in range(11):
        clock.move(minutes=10)
        assert "member" in opened(cookie)

    clock.move(minutes=10)

    assert "member" not in opened(cookie)


def test_a_staff_visit_ends_after_eight_hours(clock: Clock, di: Person) -> None:
    cookie = begun(di)
    for _ in range(47):
        clock.move(minutes=10)
        assert "member" in opened(cookie)

    clock.move(minutes=10)

    assert "member" not in opened(cookie)


def begun(person: Person) -> str | None:
    session = SessionStore()
    sign_in.begin(session, person.keyholder)
    session.save()
    return session.session_key


def test_a_change_does_not_move_the_end(clock: Clock) -> None:
    session = visit(kept="one")
    ends_at = Session.objects.get().ends_at
    clock.move(minutes=10)

    session = opened(session.session_key)
    session["kept"] = "two"
    session.save()

    assert Session.objects.get().ends_at == ends_at


def test_the_row_knows_no_finer_time_than_five_minutes(clock: Clock) -> None:
    clock.move(minutes=2, seconds=17)
    visit(kept="my text")
    row = Session.objects.get()

    assert (row.idle_until, row.ends_at) == (at(12, 20), at(14, 5))


def at(hour: int, minute: int) -> datetime:
    return datetime(2026, 11, 3, hour, minute, tzinfo=UTC)


def test_a_visit_moves_the_idle_end_only_by_whole_five_minutes(
    clock: Clock, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    cookie = visit(kept="my text").session_key

    with django_assert_num_queries(1):
        assert "kept" in opened(cookie)
    clock.move(minutes=5)
    with django_assert_num_queries(2):
        assert "kept" in opened(cookie)

    assert Session.objects.get().idle_until == clock() + timedelta(minutes=15)


def test_unchanged_content_writes_nothing(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    session = opened(visit(kept="my text").session_key)
    session["kept"] = "my text"

    with django_assert_num_queries(0):
        session.save()


def test_a_session_signed_out_elsewhere_does_not_come_back() -> None:
    first_tab = visit(kept="one")
    second_tab = opened(first_tab.session_key)
    assert second_tab["kept"] == "one"
    first_tab.flush()

    second_tab["kept"] = "two"
    with pytest.raises(UpdateError):
        second_tab.save()

    assert not Session.objects.exists()


def test_a_broken_row_is_nobodys_session() -> None:
    session = visit(kept="my text")
    sealed = bytearray(Session.objects.get().sealed)
    sealed[-1] ^= 1
    Session.objects.update(sealed=bytes(sealed))

    assert dict(opened(session.session_key).items()) == {}


def test_ended_rows_are_swept(clock: Clock) -> None:
    visit(kept="old")
    clock.move(minutes=30)
    visit(kept="new")

    SessionStore.clear_expired()

    assert Session.objects.count() == 1
