"""The journal page: what, who by name, which day; newest first, a hundred a page."""

import pytest

from offramp.journal.models import Entry, note
from offramp.web.people import journal
from tests.cast import TODAY, Person, a_seeker
from tests.web.signing_in import staff_visit, words

pytestmark = pytest.mark.django_db


def test_every_kind_has_its_words() -> None:
    assert set(journal.IN_WORDS) == set(Entry.Kind)


def test_it_names_the_staff_and_no_case(di: Person, ed: Person) -> None:
    ada = a_seeker()
    note(Entry.Kind.OFFERED, by=ed.member.pk, subject=ada.request.uuid, on=TODAY)

    page = words(staff_visit(di).get("/people/journal/"))

    assert "<strong>Ed</strong> asked an adviser" in page
    assert "<strong>Di</strong> gave the front desk&#x27;s key: Ed" in page
    assert str(ada.request.uuid) not in page


def test_older_acts_stand_on_the_next_page(di: Person) -> None:
    for _ in range(journal.A_PAGE):
        note(Entry.Kind.PAUSED, by=di.member.pk, subject=None, on=TODAY)
    client = staff_visit(di)

    first, second = (words(client.get(f"/people/journal/?page={number}")) for number in (1, 2))

    assert (first.count("paused new requests"), second.count("paused new requests")) == (100, 0)
    assert "enrolled" in second


@pytest.mark.parametrize("page", ["0", "-1", "9999", "x", ""])
def test_a_page_that_does_not_exist_is_the_nearest(di: Person, page: str) -> None:
    assert staff_visit(di).get(f"/people/journal/?page={page}").status_code == 200
