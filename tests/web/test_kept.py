"""A text kept over a sign-in turns up where it was written, and in no other form."""

import pytest

from offramp.pairing.models import Request
from offramp.threads.models import Message
from tests.cast import Person, a_seeker, an_adviser, paired, two_organizers
from tests.web.signing_in import next_number, send, staff_visit
from tests.web.visitors import from_our_page

pytestmark = pytest.mark.django_db

TEXT = "Try the ports authority; I know somebody there."


@pytest.fixture
def di() -> Person:
    return two_organizers()[0]


@pytest.fixture
def bo(di: Person) -> Person:
    return an_adviser("Bo")


def test_a_text_for_one_person_is_not_offered_to_another(bo: Person, di: Person) -> None:
    ada, gus = a_seeker("Ada's."), a_seeker("Gus's.")
    for_ada, for_gus = paired(ada, bo, di), paired(gus, bo, di)
    client = from_our_page()
    away = f"/caseload/{for_ada.pk}/messages/"
    fields = {"code": str(bo.code), "number": next_number(bo), "text": TEXT, "path": away}
    assert send(client, "/staff/", fields)["Location"] == away

    assert TEXT not in client.get(f"/caseload/{for_gus.pk}/").content.decode()
    assert TEXT not in client.get("/caseload/questions/").content.decode()
    assert TEXT in client.get(f"/caseload/{for_ada.pk}/").content.decode()
    assert not Message.objects.filter(author="adviser").exists()


def test_a_text_to_a_conversation_that_ended_comes_back_to_copy(bo: Person, di: Person) -> None:
    ada = a_seeker("Ada's.")
    pairing = paired(ada, bo, di)
    client = staff_visit(bo)
    Request.objects.get(seeker=ada.member).pairings.update(ending="changed")

    answer = send(client, f"/caseload/{pairing.pk}/messages/", {"text": TEXT}, form_at="/account/")

    assert answer.status_code == 404
    assert TEXT in answer.content.decode()
