"""A site that closes says so on every page, and everybody learns what they can still do."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.db import OperationalError
from django.urls import reverse
from django.utils import translation

from offramp.notices import actions as notices
from offramp.pairing import endings, farewell
from offramp.pairing.models import Offer, Request
from tests.cast import Person, paired
from tests.web import staff_cast
from tests.web.help.asking import a_draft
from tests.web.signing_in import TOKEN, seeker_visit, send, staff_visit, words
from tests.web.visitors import from_our_page, visitor

# By their own names, so that each stays the fixture it is there.
today, organizers, di, ed = staff_cast.today, staff_cast.organizers, staff_cast.di, staff_cast.ed
ada, bo, cy = staff_cast.ada, staff_cast.bo, staff_cast.cy

PUBLIC = ("landing", "confidence", "now", "about", "privacy", "accessibility", "help", "return", "staff")
THE_END = {"en": "This site closes for good.", "es": "Este sitio cierra para siempre."}
TAKE_IT = '<a href="/place/copy/">Take it with you</a></p>'
STAFF_TAKE_IT = '<a href="/account/copy/">Take along what we keep of you</a>'
HOW_TO_WRITE = "At the front desk you can still answer everybody on the list."


@pytest.fixture
def announced(organizers: tuple[Person, Person], today: date) -> None:
    farewell.announce(last_day=today + timedelta(days=30), on=today)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", PUBLIC)
def test_every_page_says_so_in_its_language(announced: None, name: str, language: str) -> None:
    with translation.override(language):
        path = reverse(name)

    assert words(visitor().get(path)).count(THE_END[language]) == 1


@pytest.mark.parametrize("name", PUBLIC)
def test_no_page_says_so_before(organizers: tuple[Person, Person], name: str) -> None:
    assert THE_END["en"] not in words(visitor().get(reverse(name)))


def test_the_last_day_is_written_as_people_write_it(organizers: tuple[Person, Person]) -> None:
    farewell.announce(last_day=date(2027, 1, 31), on=date(2026, 12, 1))

    assert "Its last day is Jan. 31, 2027." in words(visitor().get("/now/"))
    assert "Su último día es el 31 de enero de 2027." in words(visitor().get("/es/now/"))


def test_without_a_database_the_crisis_lines_still_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    def silent() -> None:
        raise OperationalError

    monkeypatch.setattr(farewell, "standing", silent)

    assert 'href="tel:988"' in words(visitor().get("/now/"))


def test_the_first_page_no_longer_asks_anybody_to_write(announced: None) -> None:
    page = words(visitor().get("/"))

    assert 'href="/help/"' not in page
    assert '<a class="go" href="/return/">I have a code</a>' in page


def test_who_comes_too_late_is_met_kindly_and_shown_whom_to_call(announced: None) -> None:
    page = words(visitor().get("/help/"))

    assert "<h1>We take no new messages any more.</h1>" in page
    assert 'href="tel:988"' in page
    assert "<textarea" not in page


def test_a_text_that_was_being_written_comes_back(organizers: tuple[Person, Person], today: date) -> None:
    client = from_our_page()
    form = {"csrfmiddlewaretoken": TOKEN.findall(words(client.get("/help/")))[0], "draft": a_draft()}
    farewell.announce(last_day=today + timedelta(days=30), on=today)

    page = words(client.post("/help/", {**form, "text": "I was nearly done."}))

    assert "<strong>We take no new messages any more.</strong>" in page
    assert "I was nearly done.</textarea>" in page
    assert not Request.objects.exists()


def test_who_waits_is_told_the_truth_and_how_to_take_it_along(ada: Person, today: date) -> None:
    farewell.announce(last_day=today + timedelta(days=30), on=today)

    page = words(seeker_visit(ada).get("/place/"))

    assert TAKE_IT in page
    assert "<h1>We can no longer find you an adviser.</h1>" in page
    assert "We are looking" not in page
    assert "in two or three days" not in page


def test_who_is_paired_keeps_their_adviser_until_then(
    ada: Person, bo: Person, di: Person, today: date
) -> None:
    paired(ada, bo, di, today=today)
    farewell.announce(last_day=today + timedelta(days=30), on=today)
    client = seeker_visit(ada)

    assert TAKE_IT in words(client.get("/place/"))
    assert send(client, "/place/messages/", {"text": "Thank you."}, form_at="/place/").status_code == 302


def test_who_lost_their_adviser_is_offered_the_team_and_no_other_adviser(
    ada: Person, bo: Person, di: Person, today: date
) -> None:
    endings.leave(by=bo.member, pairing=paired(ada, bo, di, today=today))
    farewell.announce(last_day=today + timedelta(days=30), on=today)
    client = seeker_visit(ada)

    page, change = words(client.get("/place/")), words(client.get("/place/change/"))

    assert '<a class="go" href="/place/change/">Turn to the team</a>' in page
    assert "Nobody new can be found before this site closes." in change
    assert "another adviser" not in page + change


def test_an_adviser_is_shown_what_they_can_take(announced: None, bo: Person) -> None:
    page = words(staff_visit(bo).get("/caseload/"))

    assert STAFF_TAKE_IT in page
    assert HOW_TO_WRITE not in page


def test_an_organizer_is_shown_how_to_write_to_those_who_wait(announced: None, di: Person) -> None:
    page = words(staff_visit(di).get("/front-desk/"))

    assert STAFF_TAKE_IT in page
    assert HOW_TO_WRITE in page
    assert "Pause intake" not in page


def test_the_front_desk_answers_and_offers_nothing(ada: Person, bo: Person, di: Person, today: date) -> None:
    farewell.announce(last_day=today + timedelta(days=30), on=today)
    client, at = staff_visit(di), f"/front-desk/requests/{ada.request.uuid}/"
    send(client, f"{at}reading/", form_at="/front-desk/")

    page = words(client.get(at))
    offered = send(client, f"{at}offers/", {"adviser": bo.member.pk}, form_at=at)
    answered = send(client, f"{at}messages/", {"text": "Goodbye."}, form_at=at)

    assert "Look for an adviser" not in page
    assert offered["Location"].endswith("?told=cannot-offer")
    assert answered["Location"].endswith("?told=sent")
    assert not Offer.objects.exists()


def test_what_is_printed_says_nothing_of_it(announced: None) -> None:
    assert '<div class="notice not-on-paper" role="note">' in words(visitor().get("/"))


def test_the_daily_mail_stays_as_it_is_word_for_word(bo: Person, today: date) -> None:
    notices.keep_address(by=bo.member, email="bo@example.org", language="en")
    list(notices.send_daily())
    farewell.announce(last_day=today + timedelta(days=30), on=today)
    list(notices.send_daily())

    before, after = mail.outbox
    assert (before.subject, before.body) == (after.subject, after.body)


def test_the_journal_tells_organizers_who_announced_it(announced: None, di: Person) -> None:
    page = words(staff_visit(di).get("/people/journal/"))

    assert "<strong>Somebody at the console</strong> announced the last day of this site" in page
