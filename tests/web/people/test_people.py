"""The staff's list: states in words, what waits for a second organizer, and no case of anybody."""

import re
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from offramp.people import enrollment, roles
from offramp.people.models import Role, SecondFactor
from offramp.sealed.keys import fingerprint
from tests.cast import TODAY, Person, a_seeker, an_adviser, an_organizer, paired
from tests.web.signing_in import seeker_visit, staff_visit, words
from tests.web.visitors import from_our_page

pytestmark = pytest.mark.django_db

NOBODY = UUID(int=7)
PAGES = [
    "/people/",
    "/people/invitations/",
    f"/people/invitations/{NOBODY}/approval/",
    f"/people/{NOBODY}/access/",
    f"/people/{NOBODY}/removal/",
    f"/people/{NOBODY}/role/",
    "/people/resealing/",
    "/people/journal/",
]


def shown(page: str) -> str:
    """What somebody reads, in one line."""
    return " ".join(re.sub(r"<[^>]*>", " ", page).split())


@pytest.mark.parametrize("path", PAGES)
def test_nobody_signed_in_is_led_to_the_door(path: str) -> None:
    assert from_our_page().get(path)["Location"] == "/staff/"


def test_advisers_and_seekers_cannot_tell_that_the_pages_exist(bo: Person) -> None:
    for client in (staff_visit(bo), seeker_visit(a_seeker())):
        assert [client.get(path).status_code for path in PAGES] == [404] * len(PAGES)


def test_an_address_of_nobody_is_not_found(di: Person) -> None:
    client = staff_visit(di)

    assert [client.get(path).status_code for path in PAGES if str(NOBODY) in path] == [404] * 4


def test_each_state_is_said_in_words(di: Person, bo: Person) -> None:
    paired(a_seeker(), bo, di)
    gus, eve = an_organizer("Gus"), an_adviser("Eve")
    eve.member.profile.delete()
    SecondFactor.objects.filter(member=gus.member).update(failures=10)

    page = shown(words(staff_visit(di).get("/people/")))

    assert f"Di (you) Organizer · {fingerprint(bytes(di.member.public_key))} holds the front desk" in page
    assert f"Gus Organizer · {fingerprint(bytes(gus.member.public_key))} locked out waits for access" in page
    assert f"Bo Adviser · {fingerprint(bytes(bo.member.public_key))} accompanies 1 of 3" in page
    assert f"Eve Adviser · {fingerprint(bytes(eve.member.public_key))} no profile yet" in page


def test_no_case_stands_on_it(di: Person, bo: Person) -> None:
    ada = a_seeker()
    pairing = paired(ada, bo, di)

    page = words(staff_visit(di).get("/people/"))

    for secret in (ada.request.uuid, ada.member.pk, pairing.pk):
        assert str(secret) not in page


def test_who_proposed_waits_for_another_and_the_other_is_asked(di: Person, ed: Person, bo: Person) -> None:
    enrollment.propose(by=di.member, role=Role.ADVISER, name="Hal", on=TODAY)
    roles.propose(member=bo.member, role=Role.ORGANIZER, by=di.member, on=TODAY)

    proposers, others = (waiting(staff_visit(person)) for person in (di, ed))

    assert (proposers.count("waiting for another organizer"), proposers.count("waiting for you")) == (2, 0)
    assert (others.count("waiting for another organizer"), others.count("waiting for you")) == (0, 2)
    assert "Approve" not in proposers
    assert "Look at it" not in proposers
    assert (proposers.count("Withdraw"), others.count("Withdraw")) == (2, 2)


def waiting(client: Client) -> str:
    return shown(words(client.get("/people/")).split("On the staff")[0])


def test_a_link_that_was_drawn_says_how_long_it_is_good(di: Person, ed: Person) -> None:
    hal = enrollment.propose(by=di.member, role=Role.ADVISER, name="Hal", on=TODAY).invitation
    enrollment.approve(invitation=hal, by=ed.member, on=TODAY)

    page = waiting(staff_visit(ed))
    assert "the link is too old" in page
    assert ("Look at it" in page, "Withdraw" in page) == (False, True)


def test_an_organizer_without_the_key_sees_the_list_and_no_button(di: Person, bo: Person) -> None:
    gus, hal = an_organizer("Gus"), an_organizer("Hal")
    SecondFactor.objects.filter(member=hal.member).update(failures=10)
    enrollment.propose(by=di.member, role=Role.ADVISER, name="Kim", on=TODAY)
    roles.propose(member=bo.member, role=Role.ORGANIZER, by=di.member, on=TODAY)
    client = staff_visit(gus)

    page = words(client.get("/people/"))

    assert re.findall(r'(?:href|action)="(/people/[^"]+)"', page) == ["/people/journal/"]
    assert waiting(client).count("waiting for another organizer") == 2
    assert "you first need the front desk" in page
    assert client.get("/people/journal/").status_code == 200


def test_what_an_organizer_without_the_key_cannot_press_is_not_found(di: Person) -> None:
    client = staff_visit(an_organizer("Gus"))
    of_di = [f"/people/{di.member.pk}/{act}/" for act in ("access", "removal", "role")]

    assert [client.get(path).status_code for path in [*of_di, "/people/invitations/"]] == [404] * 4


def test_three_advisers_cost_no_more_queries_than_one(di: Person, bo: Person) -> None:
    client = staff_visit(di)
    one = queries(client)
    for name in ("Eve", "Hal"):
        an_adviser(name)
        enrollment.propose(by=di.member, role=Role.ADVISER, name=f"{name} again", on=TODAY)

    assert queries(client) == one


def queries(client: Client) -> int:
    with CaptureQueriesContext(connection) as caught:
        client.get("/people/")
    return len(caught)
