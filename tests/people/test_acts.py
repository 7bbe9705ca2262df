"""The journal as organizers read it."""

from datetime import timedelta

import pytest

from offramp.journal.models import Entry, note
from offramp.people import acts
from tests.cast import TODAY, Person, a_seeker, an_adviser

pytestmark = pytest.mark.django_db


def test_it_names_staff_and_no_case(di: Person) -> None:
    bo, ada = an_adviser("Bo"), a_seeker()
    note(Entry.Kind.OFFERED, by=di.member.pk, subject=ada.request.uuid, on=TODAY)
    note(Entry.Kind.REMOVED, by=di.member.pk, subject=bo.member.pk, on=TODAY)

    removed, offered, *_ = acts.told(acts.entries(seen_by=di.member))

    assert (removed.by, removed.about, removed.on) == ("Di", "Bo", TODAY)
    assert (offered.kind, offered.by, offered.about) == (Entry.Kind.OFFERED, "Di", "")


def test_nobody_but_organizers_reads_it(di: Person) -> None:
    for person in (an_adviser("Bo"), a_seeker()):
        assert list(acts.entries(seen_by=person.member)) == []


def test_a_link_from_the_console_is_told_for_thirty_days(di: Person) -> None:
    note(Entry.Kind.RECOVERY_LINK, by=None, subject=None, on=TODAY)

    assert acts.recovery_links(today=TODAY + timedelta(days=29)) == [TODAY]
    assert acts.recovery_links(today=TODAY + timedelta(days=30)) == []
