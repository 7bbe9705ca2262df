"""`offramp farewell`: announced with the site's name typed out, looked at, taken back; and the last page."""

import io
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from offramp.journal.models import Entry
from offramp.pairing import farewell, intake, offers
from offramp.pairing.models import Request
from offramp.upkeep import command
from tests.cast import Person, a_seeker, an_adviser, paired, two_organizers

TODAY = timezone.now().date()
LAST_DAY = TODAY + timedelta(days=30)
ANNOUNCE = ["farewell", "announce", "--last-day", str(LAST_DAY)]

pytestmark = pytest.mark.django_db


@pytest.fixture
def di(db: None) -> Person:
    return two_organizers(today=TODAY)[0]


def typing(monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))


@pytest.mark.parametrize("typed", ["testserver\n", "  TESTSERVER \n"])
def test_who_types_the_name_of_the_site_announces_it(
    di: Person, typed: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    bo, gus, hal = an_adviser("Bo", today=TODAY), a_seeker("Gus's.", today=TODAY), a_seeker(today=TODAY)
    paired(gus, bo, di, today=TODAY)
    offers.make(by=di.keyholder, request=hal.request, adviser=bo.member, on=TODAY)
    typing(monkeypatch, typed)

    assert command.main(ANNOUNCE) == 0

    said = capsys.readouterr().out
    announced = farewell.standing()
    assert announced
    assert (announced.on, announced.last_day) == (TODAY, LAST_DAY)
    assert "1 offers end, and nobody is paired any more; 1 pairings go on as they are" in said
    assert "Offers that ended: 1." in said
    assert intake.state() == intake.Intake.ENDED


@pytest.mark.parametrize("typed", ["", "\n", "yes\n", "testserver.org\n"])
def test_another_name_announces_nothing(
    di: Person, typed: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    typing(monkeypatch, typed)

    assert command.main(ANNOUNCE) == 2

    assert capsys.readouterr().err == "offramp: that was not “testserver”; nothing was announced.\n"
    assert farewell.standing() is None


@pytest.mark.parametrize(
    ("last_day", "why"),
    [
        (TODAY + timedelta(days=13), "the last day must be at least 14 days away"),
        (TODAY - timedelta(days=1), "the last day must be at least 14 days away"),
        (date(TODAY.year + 10, 1, 31), "is more than a year away"),
    ],
)
def test_a_day_that_cannot_be_is_refused_before_anybody_types_anything(
    di: Person, last_day: date, why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main(["farewell", "announce", "--last-day", str(last_day), "--yes"]) == 2

    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert why in said.err
    assert farewell.standing() is None


def test_a_second_announcement_says_which_day_stands(di: Person, capsys: pytest.CaptureFixture[str]) -> None:
    command.main([*ANNOUNCE, "--yes"])
    capsys.readouterr()

    assert command.main([*ANNOUNCE, "--yes"]) == 2

    assert f"its last day is {LAST_DAY:%B %-d, %Y}" in capsys.readouterr().err


def test_taken_back_people_can_write_again(di: Person, capsys: pytest.CaptureFixture[str]) -> None:
    command.main([*ANNOUNCE, "--yes"])

    assert command.main(["farewell", "recall"]) == 0

    assert "Taken back: testserver goes on." in capsys.readouterr().out
    assert intake.state() == intake.Intake.OPEN


def test_there_is_nothing_to_take_back_before(di: Person, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["farewell", "recall"]) == 2

    assert capsys.readouterr().err == "offramp: no farewell is announced, so there is nothing to take back.\n"


def test_where_things_stand_is_told_in_numbers_alone(di: Person, capsys: pytest.CaptureFixture[str]) -> None:
    bo, ada = an_adviser("Bo", today=TODAY), a_seeker(today=TODAY)
    paired(ada, bo, di, today=TODAY)
    a_seeker("Waits.", today=TODAY)

    assert command.main(["farewell"]) == 0
    before = capsys.readouterr().out
    farewell.announce(last_day=LAST_DAY, on=TODAY)
    assert command.main(["farewell"]) == 0
    after = capsys.readouterr().out

    assert before.startswith("No farewell is announced: testserver goes on.")
    assert after.startswith(f"testserver closes for good. Its last day is {LAST_DAY:%B %-d, %Y}")
    assert "30 days are left." in after
    for said in (before, after):
        assert "1 requests without an adviser, 0 of them closed\n  1 requests with an adviser" in said
        assert re.findall(r"Bo\b|[0-9a-f]{8}-", said) == []


@pytest.mark.django_db(transaction=True)
def test_purge_goes_on_during_a_farewell(di: Person, capsys: pytest.CaptureFixture[str]) -> None:
    ada, gus = a_seeker(today=TODAY), a_seeker("Gus's.", today=TODAY)
    kept = gus.request
    Request.objects.filter(pk=ada.request.pk).update(burns_on=TODAY)
    farewell.announce(last_day=LAST_DAY, on=TODAY)

    assert command.main(["purge"]) == 0

    assert "Cases burned: 1\n" in capsys.readouterr().out
    assert list(Request.objects.all()) == [kept]
    assert farewell.standing()
    assert Entry.objects.filter(kind=Entry.Kind.FAREWELL_ANNOUNCED).exists()


def test_the_page_that_stays_speaks_every_language_and_asks_nobody_for_anything(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main(["farewell", "page", str(tmp_path / "goodbye.html")]) == 0

    page = (tmp_path / "goodbye.html").read_text()
    assert "<h1>Another Road has ended.</h1>" in page
    assert "<h1>Otro camino ha terminado.</h1>" in page
    assert page.count('href="tel:988"') >= 2
    assert re.findall(r'<article id="(\w+)" lang="(\w+)"', page) == [("en", "en"), ("es", "es")]
    assert "read messages at night" not in page
    assert re.findall(r"<(?:script|form|img|link|iframe)\b|\bsrc=|\burl\(", page) == []
    assert "in English and Español" in capsys.readouterr().out
    assert (tmp_path / "goodbye.html").stat().st_mode & 0o777 == 0o644


def test_the_page_is_written_over_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "index.html").write_text("Something else.")

    assert command.main(["farewell", "page", str(tmp_path / "index.html")]) == 2
    assert command.main(["farewell", "page", str(tmp_path / "nowhere" / "index.html")]) == 2

    assert (tmp_path / "index.html").read_text() == "Something else."
    there, nowhere = capsys.readouterr().err.splitlines()
    assert there.endswith("is there already; name another file, or delete that one first.")
    assert nowhere.endswith("cannot be written: No such file or directory.")
