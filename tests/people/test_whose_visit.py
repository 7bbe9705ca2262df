"""Whose a visit is: told without prolonging it, and only where it goes on and somebody signed in."""

import pytest

from offramp.people import sign_in
from offramp.people.models import Session
from offramp.people.sessions import SessionStore
from tests.cast import Person, a_seeker
from tests.people.conftest import Clock

pytestmark = pytest.mark.django_db


def visit(person: Person | None = None) -> SessionStore:
    session = SessionStore()
    session["kept"] = "my text"
    if person:
        sign_in.begin(session, person.keyholder)
    session.save()
    return session


def whose(session: SessionStore) -> bytes:
    """As the next request finds it."""
    return SessionStore(session.session_key).whose()


def test_all_visits_of_a_person_are_told_to_be_theirs(di: Person) -> None:
    ada, bo = a_seeker(), a_seeker("I too.")
    first, second = whose(visit(ada)), whose(visit(ada))

    assert first == second != whose(visit(bo))
    assert ada.member.pk.bytes not in first


def test_to_tell_it_prolongs_no_visit(clock: Clock, di: Person) -> None:
    session = visit(di)
    until = Session.objects.get().idle_until
    clock.move(minutes=10)

    assert whose(session)
    assert Session.objects.get().idle_until == until


def test_a_visit_that_is_over_or_made_up_or_in_which_nobody_signed_in_is_nobodys(
    clock: Clock, di: Person
) -> None:
    over = visit(di)
    clock.move(minutes=20)

    assert [whose(one) for one in (over, visit(), SessionStore("made-up"), SessionStore())] == [b""] * 4


def test_a_row_moved_under_another_cookie_is_nobodys(di: Person) -> None:
    stolen, other = visit(di), visit()
    sealed = Session.objects.get(pk=stolen._digest()).sealed
    Session.objects.filter(pk=other._digest()).update(sealed=sealed)

    assert whose(other) == b""
