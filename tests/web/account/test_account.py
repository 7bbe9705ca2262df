"""One's own account: who one is here, a new code, and nothing for anybody else."""

import pytest
from django.utils import timezone

from offramp.journal.models import Entry, note
from offramp.sealed.keys import fingerprint
from tests.cast import Person, a_seeker, an_adviser
from tests.web.signing_in import seeker_visit, staff_visit, words
from tests.web.visitors import from_our_page

pytestmark = pytest.mark.django_db

PAGES = [
    "/account/",
    "/account/passkeys/",
    "/account/passkeys/removal/",
    "/account/address/",
    "/account/profile/",
]


@pytest.fixture
def bo(di: Person) -> Person:
    return an_adviser("Bo")


def test_it_shows_name_role_and_the_fingerprint_of_ones_own_key(di: Person) -> None:
    page = words(staff_visit(di).get("/account/"))

    assert "<h1>Di</h1>" in page
    assert "Organizer" in page
    assert fingerprint(bytes(di.member.public_key)) in page


@pytest.mark.parametrize("path", PAGES)
def test_nobody_signed_in_is_led_to_the_door(path: str) -> None:
    assert from_our_page().get(path)["Location"] == "/staff/"


@pytest.mark.parametrize("path", PAGES)
def test_a_seeker_cannot_tell_that_the_page_exists(di: Person, path: str) -> None:
    ada = seeker_visit(a_seeker())

    assert ada.get(path).status_code == 404


def test_an_organizer_has_no_profile(di: Person) -> None:
    assert staff_visit(di).get("/account/profile/").status_code == 404


def test_a_link_made_at_the_console_is_told_to_everybody_on_the_staff(di: Person, bo: Person) -> None:
    note(Entry.Kind.RECOVERY_LINK, by=None, subject=None, on=timezone.now().date())

    for person in (di, bo):
        page = words(staff_visit(person).get("/account/"))
        assert "console made a link that makes an organizer" in page
