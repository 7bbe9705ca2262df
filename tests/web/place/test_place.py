"""A seeker's place says in words how things stand, whatever somebody on the staff did in the meantime."""

import pytest

from offramp.pairing import conversation, endings, front_desk, handovers, offers
from offramp.pairing.models import Pairing
from tests.cast import TODAY, Person, a_seeker, an_adviser, paired
from tests.web.counting import queries
from tests.web.place.members import WRITES_ENGLISH, enroll_again
from tests.web.signing_in import TOKEN, seeker_visit, send, staff_visit, words
from tests.web.visitors import from_our_page

pytestmark = pytest.mark.django_db

PATHS = [
    "/place/",
    "/place/change/",
    "/place/handover/",
    "/place/readers/",
    "/place/stay/",
    "/place/new-code/",
    "/place/copy/",
    "/place/burning/",
]


def place(seeker: Person) -> str:
    return words(seeker_visit(seeker).get("/place/"))


def headline(seeker: Person) -> str:
    return place(seeker).split("<h1>")[1].split("</h1>")[0]


def test_the_page_calls_the_seeker_what_they_chose_and_keeps_its_title_neutral(ada: Person) -> None:
    page = place(ada)

    assert "We call you Quiet Maple" in page
    assert "<title>Your place \u2013 Larkfield</title>" in page
    assert "Another Road" not in page


def test_received(ada: Person) -> None:
    page = place(ada)

    assert "<h1>We have your message.</h1>" in page
    assert '<li class="reached" aria-current="step"><strong>Received</strong>' in page
    assert "We try to read new messages within two days." in page


def test_read_by_an_organizer(ada: Person, di: Person) -> None:
    front_desk.mark_read(by=di.member, request=ada.request)

    assert headline(ada) == "We are looking for your adviser."


def test_the_team_wrote(ada: Person, di: Person) -> None:
    conversation.write_as_front_desk(by=di.keyholder, request=ada.request, text="When?", on=TODAY)

    page = place(ada)

    assert "<h1>The team wrote to you.</h1>" in page
    assert '<span class="who">The team</span>' in page
    assert ">When?</div>" in page


def test_closed_until_the_seeker_writes_again(ada: Person, di: Person) -> None:
    front_desk.close(by=di.keyholder, request=ada.request, text="We are sorry.", on=TODAY)
    assert headline(ada) == "This is something others can do better than we can."

    send(seeker_visit(ada), "/place/messages/", {"text": "Please look again."}, form_at="/place/")

    assert headline(ada) == "We have your message."


def test_taken_for_junk_until_the_seeker_writes_again(ada: Person, di: Person) -> None:
    front_desk.sweep(by=di.member, uuids=[ada.request.uuid], on=TODAY)
    assert headline(ada) == "We took your message for junk."

    send(seeker_visit(ada), "/place/messages/", {"text": "I mean it."}, form_at="/place/")

    assert not ada.request.is_swept
    assert headline(ada) == "We have your message."


def test_an_offer_is_nothing_the_seeker_hears_of(ada: Person, bo: Person, di: Person) -> None:
    front_desk.mark_read(by=di.member, request=ada.request)
    before = place(ada)

    offer = offers.make(by=di.keyholder, request=ada.request, adviser=bo.member, on=TODAY)
    offered = place(ada)
    offers.decline(by=bo.keyholder, offer=offer, on=TODAY)

    assert [without_token(page) for page in (offered, place(ada))] == [without_token(before)] * 2


def without_token(page: str) -> str:
    return TOKEN.sub("", page)


def test_paired(ada: Person, pair: Pairing) -> None:
    page = place(ada)

    assert "<h1>You are paired.</h1>" in page
    assert "Your adviser is called Bo." in page
    assert "Write to your adviser" in page


def test_waiting_for_you(ada: Person, bo: Person, pair: Pairing) -> None:
    conversation.write_as_adviser(by=bo.keyholder, pairing=pair, text="Hello.", on=TODAY)

    page = place(ada)

    assert "<h1>Bo wrote to you.</h1>" in page
    assert "Your adviser is waiting for you." in page


def test_an_adviser_who_left(ada: Person, bo: Person, pair: Pairing) -> None:
    endings.leave(by=bo.member, pairing=pair)

    assert_asks_for_another(ada)


def test_an_adviser_who_was_removed(ada: Person, bo: Person, di: Person, pair: Pairing) -> None:
    endings.remove_adviser(by=di.member, adviser=bo.member, on=TODAY)

    assert_asks_for_another(ada)


def test_a_handover_that_lapsed(ada: Person, bo: Person, pair: Pairing) -> None:
    handover = handovers.propose(by=bo.keyholder, pairing=pair, text="Summary.", on=TODAY)

    handovers.end_lapsed(on=handover.lapses_on)

    assert_asks_for_another(ada)


def test_after_a_change_of_adviser(ada: Person, di: Person, pair: Pairing) -> None:
    endings.change_adviser(by=ada.keyholder, request=ada.request, text="", on=TODAY)
    assert headline(ada) == "We are looking for another adviser."

    front_desk.mark_read(by=di.member, request=ada.request)
    assert headline(ada) == "We are looking for another adviser."


def assert_asks_for_another(seeker: Person) -> None:
    page = place(seeker)
    assert "<h1>Your adviser can no longer help. Find another?</h1>" in page
    assert 'class="go" href="/place/change/"' in page
    assert 'id="text"' not in page


def test_a_proposed_handover(ada: Person, bo: Person, pair: Pairing) -> None:
    handovers.propose(by=bo.keyholder, pairing=pair, text="Summary.", on=TODAY)

    assert headline(ada) == "Bo thinks that somebody else can help you better from here."


def test_an_adviser_with_new_keys(ada: Person, bo: Person, pair: Pairing) -> None:
    enroll_again(bo)

    assert headline(ada) == "Your adviser has new keys. Let them read on?"


def test_a_new_advisers_first_words_are_marked(ada: Person, bo: Person, di: Person, pair: Pairing) -> None:
    conversation.write_as_adviser(by=bo.keyholder, pairing=pair, text="Hello.", on=TODAY)
    endings.change_adviser(by=ada.keyholder, request=ada.request, text="", on=TODAY)
    juno = an_adviser("Juno", about=WRITES_ENGLISH)
    second = paired(ada, juno, di)
    conversation.write_as_adviser(by=juno.keyholder, pairing=second, text="Hello too.", on=TODAY)

    page = place(ada)

    assert page.count('<li class="between">') == 1
    assert '<li class="between">A new adviser from here on: Juno</li>' in page


def test_what_somebody_wrote_is_shown_and_never_run(di: Person) -> None:
    eve = a_seeker("<script>alert(1)</script> & שלום")

    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; שלום</div>" in place(eve)


def test_a_stranger_sees_nothing_of_it(ada: Person) -> None:
    cy = a_seeker("Something else.")

    page = place(cy)

    assert "I want to leave." not in page
    assert "Quiet Maple" not in page


@pytest.mark.parametrize("path", PATHS)
def test_staff_have_no_place(path: str, bo: Person, di: Person) -> None:
    for person in (bo, di):
        assert staff_visit(person).get(path).status_code == 404


@pytest.mark.parametrize("path", PATHS)
def test_whoever_is_not_signed_in_is_asked_for_a_code(path: str, db: None) -> None:
    assert from_our_page().get(path, follow=True).redirect_chain[-1] == ("/return/", 302)


def test_as_many_queries_for_three_messages_as_for_thirty(ada: Person, bo: Person, pair: Pairing) -> None:
    counts = []
    for number in (3, 30):
        for index in range(number):
            conversation.write_as_adviser(by=bo.keyholder, pairing=pair, text=f"{number} {index}", on=TODAY)
        client = seeker_visit(ada)
        counts.append(queries(client, "/place/"))

    assert counts[0] == counts[1]
