"""The front desk's list: who waits, in words, and nothing that a stranger or a paired seeker is not told."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client

from offramp.pairing import conversation, front_desk, intake, offers, waiting
from offramp.pairing.cards import Asked
from offramp.pairing.models import Card
from offramp.people import front_desk as desk_keys
from offramp.people.models import FrontDeskKey
from offramp.sealed.codes import Code
from tests.cast import Person, a_seeker, an_organizer, paired
from tests.web.counting import queries
from tests.web.signing_in import seeker_visit, send, staff_visit, words


def row(page: str, nickname: str) -> str:
    """The list item of one nickname."""
    (found,) = (item for item in page.split("<li>") if f">{nickname}<" in item)
    return found


def test_a_new_request_shows_its_card_and_a_button_and_no_message(ada: Person, at_desk: Client) -> None:
    page = words(at_desk.get("/front-desk/"))

    for fact in ("Quiet Maple", "Analyst", "Northeast", "Résumé", "new"):
        assert fact in row(page, "Quiet Maple")
    assert f"/front-desk/requests/{ada.request.uuid}/reading/" in page
    assert f'href="/front-desk/requests/{ada.request.uuid}/"' not in page
    assert "drowning" not in page
    assert "code not yet confirmed" not in page


def test_a_code_nobody_confirmed_is_said(
    today: date, organizers: tuple[Person, Person], at_desk: Client
) -> None:
    asked = Asked(day=today, nickname="Late Heron")
    intake.send(code=Code.draw(), asked=asked, text="Hello", retention_days=90)

    assert "code not yet confirmed" in row(words(at_desk.get("/front-desk/")), "Late Heron")


def test_each_state_is_a_word(ada: Person, bo: Person, di: Person, at_desk: Client, today: date) -> None:
    front_desk.mark_read(by=di.member, request=ada.request)
    assert "read, nobody asked yet" in row(words(at_desk.get("/front-desk/")), "Quiet Maple")

    offers.make(by=di.keyholder, request=ada.request, adviser=bo.member, on=today - timedelta(days=1))
    assert "offered to Bo, 2 days left" in row(words(at_desk.get("/front-desk/")), "Quiet Maple")

    conversation.write_as_seeker(by=ada.keyholder, request=ada.request, text="Evenings.", on=today)
    assert "waits for our answer" in row(words(at_desk.get("/front-desk/")), "Quiet Maple")
    conversation.write_as_front_desk(by=di.keyholder, request=ada.request, text="Good.", on=today)
    assert "offered to Bo" in row(words(at_desk.get("/front-desk/")), "Quiet Maple")


def test_the_oldest_comes_first_and_closed_ones_lie_below(
    ada: Person, di: Person, at_desk: Client, today: date
) -> None:
    closed = a_seeker(asked=Asked(day=today, nickname="Low Cloud"), today=today)
    a_seeker(asked=Asked(day=today, nickname="Amber Creek"), today=today)
    front_desk.close(by=di.keyholder, request=closed.request, text="Sorry.", on=today)

    page = words(at_desk.get("/front-desk/"))
    places = [page.index(name) for name in ("Quiet Maple", "Amber Creek", "Closed: 1", "Low Cloud")]
    assert places == sorted(places)


def test_a_paired_request_is_not_on_it(
    ada: Person, bo: Person, di: Person, at_desk: Client, today: date
) -> None:
    paired(ada, bo, di, today=today)

    page = words(at_desk.get("/front-desk/"))
    assert "Quiet Maple" not in page
    assert "Nobody is waiting for us." in page


def test_one_request_costs_as_many_queries_as_three(
    ada: Person, bo: Person, di: Person, at_desk: Client, today: date
) -> None:
    front_desk.mark_read(by=di.member, request=ada.request)
    offers.make(by=di.keyholder, request=ada.request, adviser=bo.member, on=today)
    one = queries(at_desk, "/front-desk/")

    for number in range(2):
        another = a_seeker(f"Another {number}", today=today)
        front_desk.mark_read(by=di.member, request=another.request)
        offers.make(by=di.keyholder, request=another.request, adviser=bo.member, on=today)
    three = queries(at_desk, "/front-desk/")
    assert one == three


@pytest.fixture
def short_list(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if a page had room for two."""
    monkeypatch.setattr(waiting, "MOST_SHOWN", 2)


def named(*nicknames: str, today: date) -> list[Person]:
    return [a_seeker(asked=Asked(day=today, nickname=one), today=today) for one in nicknames]


@pytest.mark.usefixtures("short_list")
@pytest.mark.parametrize(
    ("language", "one_more", "two_more"),
    [("", "1 more is waiting.", "2 more are waiting."), ("/es", "Espera 1 más.", "Esperan 2 más.")],
)
def test_a_long_list_shows_those_who_came_first_and_how_many_more_wait(
    ada: Person, at_desk: Client, today: date, language: str, one_more: str, two_more: str
) -> None:
    named("Low Cloud", today=today)
    assert "más" not in words(at_desk.get("/es/front-desk/"))
    assert "more is waiting" not in words(at_desk.get("/front-desk/"))

    named("Amber Creek", today=today)
    page = words(at_desk.get(f"{language}/front-desk/"))
    assert [name in page for name in ("Quiet Maple", "Low Cloud", "Amber Creek")] == [True, True, False]
    assert one_more in page

    named("Late Heron", today=today)
    assert two_more in words(at_desk.get(f"{language}/front-desk/"))


@pytest.mark.usefixtures("short_list")
def test_each_group_is_as_short_and_none_hides_another(
    ada: Person, di: Person, at_desk: Client, today: date
) -> None:
    answered = named("Amber Creek", "Late Heron", "Stone Hill", today=today)
    closed = named("Low Cloud", "Dry Reed", "Far Field", "Cold Lane", today=today)
    for one in answered:
        front_desk.mark_read(by=di.member, request=one.request)
        conversation.write_as_front_desk(by=di.keyholder, request=one.request, text="Yes?", on=today)
    for one in closed:
        front_desk.close(by=di.keyholder, request=one.request, text="Sorry.", on=today)

    page = words(at_desk.get("/front-desk/"))
    shown = ("Quiet Maple", "Amber Creek", "Late Heron", "Low Cloud", "Dry Reed")
    assert [name in page for name in shown] == [True] * 5
    assert [name in page for name in ("Stone Hill", "Far Field", "Cold Lane")] == [False] * 3
    assert "1 more is not shown here" in page.split("Closed: 4")[0]
    assert "2 more are not shown here" in page.split("Closed: 4")[1]
    assert "more is waiting" not in page


@pytest.mark.usefixtures("short_list")
def test_what_is_put_aside_is_as_short(di: Person, at_desk: Client, today: date) -> None:
    junk = named("Low Cloud", "Dry Reed", "Far Field", today=today)
    front_desk.sweep(by=di.member, uuids=[one.request.uuid for one in junk], on=today)

    page = words(at_desk.get("/front-desk/swept/"))
    assert [name in page for name in ("Low Cloud", "Dry Reed", "Far Field")] == [True, True, False]
    assert "1 more is not shown here" in page


@pytest.mark.usefixtures("short_list")
def test_a_list_too_long_costs_as_many_queries_and_opens_no_card_it_does_not_show(
    ada: Person, at_desk: Client, today: date
) -> None:
    one = queries(at_desk, "/front-desk/")
    hidden = named("Low Cloud", "Dry Reed", "Far Field", today=today)[1:]
    for person in hidden:
        Card.objects.filter(request=person.request).update(sealed=b"nothing that opens")

    four = queries(at_desk, "/front-desk/")
    assert one == four


def test_a_hundred_ticks_are_one_sweep(at_desk: Client, today: date) -> None:
    junk = [a_seeker("Buy!", today=today) for _ in range(waiting.MOST_SHOWN)]
    page = words(at_desk.get("/front-desk/"))
    uuids = re.findall(r'name="request" value="([^"]+)" form="sweep"', page)
    assert uuids == [str(one.request.uuid) for one in junk]

    answer = send(at_desk, "/front-desk/sweeps/", {"request": uuids}, form_at="/front-desk/")

    assert answer["Location"] == "/front-desk/?told=swept"
    assert "Nobody is waiting for us." in words(at_desk.get("/front-desk/"))
    assert words(at_desk.get("/front-desk/swept/")).count("Bring back") == len(junk)


def test_what_these_keys_do_not_open_is_said_and_leads_nowhere(
    ada: Person, di: Person, ed: Person, today: date
) -> None:
    fay = an_organizer("Fay", today=today)
    desk_keys.give_access(by=di.keyholder, to=fay.member, on=today)
    desk_keys.remove_organizer(by=di.keyholder, organizer=fay.member, on=today)
    # Ed holds the new key alone, and the request is not sealed to it yet.
    retired = FrontDeskKey.objects.get(retired_on=today)
    ed.member.envelopes.filter(object_id=retired.pk).delete()

    visit = staff_visit(ed)
    assert "Not opened by your keys" in words(visit.get("/front-desk/"))
    answer = visit.get(f"/front-desk/requests/{ada.request.uuid}/")
    assert (answer.status_code, answer["Location"]) == (302, "/front-desk/?told=no-key")
    assert "Your keys do not open this one." in words(visit.get("/front-desk/?told=no-key"))


def test_a_word_we_never_wrote_tells_nothing(at_desk: Client) -> None:
    page = words(at_desk.get("/front-desk/?told=<script>alert(1)</script>"))

    assert 'role="status"' not in page
    assert "alert(1)" not in page.replace("%3Cscript%3Ealert(1)", "")


def test_intake_that_is_not_open_yet_is_said(db: None, today: date) -> None:
    alone = an_organizer("Di", today=today)

    assert "Not open yet." in words(staff_visit(alone).get("/front-desk/"))


@pytest.mark.parametrize("path", ["", "swept/", "pause/", "questions/", "notes/"])
def test_no_adviser_seeker_or_organizer_without_access_gets_in(
    ada: Person, bo: Person, today: date, path: str
) -> None:
    fay = an_organizer("Fay", today=today)
    for visit in (staff_visit(bo), seeker_visit(ada), staff_visit(fay)):
        assert visit.get(f"/front-desk/{path}").status_code == 404


def test_sweeping_several_and_bringing_one_back(ada: Person, at_desk: Client, today: date) -> None:
    junk = a_seeker("Buy!", asked=Asked(day=today, nickname="Late Heron"), today=today)
    uuids = [str(ada.request.uuid), str(junk.request.uuid), "nonsense"]
    answer = send(at_desk, "/front-desk/sweeps/", {"request": uuids}, form_at="/front-desk/")
    assert answer["Location"] == "/front-desk/?told=swept"
    assert "Quiet Maple" not in words(at_desk.get("/front-desk/"))

    undo = f"/front-desk/requests/{ada.request.uuid}/sweep-undo/"
    answer = send(at_desk, undo, form_at="/front-desk/swept/")
    assert answer["Location"] == "/front-desk/swept/?told=brought-back"
    assert "Quiet Maple" in words(at_desk.get("/front-desk/"))
    swept = words(at_desk.get("/front-desk/swept/"))
    assert ("Late Heron" in swept, "Quiet Maple" in swept) == (True, False)


def test_ticking_nothing_sweeps_nothing(ada: Person, at_desk: Client) -> None:
    answer = send(at_desk, "/front-desk/sweeps/", form_at="/front-desk/")

    assert answer["Location"] == "/front-desk/?told=not-swept"
    assert not ada.request.is_swept


def test_an_adviser_sweeps_nothing_and_brings_nothing_back(ada: Person, cy: Person) -> None:
    visit = staff_visit(cy)
    uuid = ada.request.uuid

    for path in ("sweeps/", f"requests/{uuid}/sweep-undo/"):
        answer = send(visit, f"/front-desk/{path}", {"request": [str(uuid)]}, form_at="/caseload/")
        assert answer.status_code == 404
    assert not ada.request.is_swept


def test_a_pause_shows_its_text_and_is_ended_by_a_button(di: Person, at_desk: Client) -> None:
    assert "look in again" in words(at_desk.get("/front-desk/pause/"))  # the campaign's own words
    answer = send(at_desk, "/front-desk/pause/", {"text": "Back on Monday."})
    assert answer["Location"] == "/front-desk/?told=paused"
    assert "Back on Monday." in words(at_desk.get("/front-desk/"))
    assert "Back on Monday." in words(at_desk.get("/front-desk/pause/"))

    assert send(at_desk, "/front-desk/resumption/", form_at="/front-desk/")["Location"].endswith("resumed")
    assert front_desk.paused() is None


@pytest.mark.parametrize(("text", "says"), [("  ", "write something"), ("x" * 601, "longer than 600")])
def test_a_pause_without_a_text_or_with_too_long_a_one_is_no_pause(
    at_desk: Client, text: str, says: str
) -> None:
    answer = send(at_desk, "/front-desk/pause/", {"text": text})

    assert answer.status_code == 400
    assert says in words(answer)
    assert text.strip() in words(answer)
    assert front_desk.paused() is None
