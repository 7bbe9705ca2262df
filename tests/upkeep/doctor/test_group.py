"""`offramp doctor`: the campaign, the organizers, their mail, their journal, and the nights."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from shutil import copytree
from typing import Any
from urllib.parse import urlsplit

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Mailbox
from aiosmtpd.smtp import AuthResult
from django.conf import settings as ours
from django.utils import timezone

from offramp import campaigns
from offramp.journal import chain
from offramp.journal.models import Entry, note
from offramp.notices import actions as notices
from offramp.pairing import front_desk as intake
from offramp.people.models import Envelope
from offramp.upkeep import chores
from offramp.upkeep.backup import key
from offramp.upkeep.backup.contents import BINDING
from offramp.upkeep.doctor.inside import backups, campaign, front_desk, journal, mail, nights
from tests.browser.servers import free_port
from tests.cast import Person, a_seeker, an_organizer, two_organizers
from tests.upkeep.doctor.findings import ADVICE, BROKEN, GOOD, levels, the_one

TODAY = timezone.now().date()
A_DAY = timedelta(days=1)


@pytest.fixture
def folder(tmp_path: Path, settings: Any) -> Iterator[Path]:
    """A campaign that may be changed."""
    folder = tmp_path / "campaign"
    copytree(ours.CAMPAIGN_FOLDER, folder)
    settings.CAMPAIGN_FOLDER = folder
    campaigns.current.cache_clear()
    yield folder
    campaigns.current.cache_clear()


def test_a_campaign_with_a_mistake_is_found_by_file_and_line(folder: Path) -> None:
    path = folder / "campaign.toml"
    path.write_text(path.read_text().replace("backup_days = 7", 'backup_days = "seven"'))

    finding = the_one(campaign.reads())

    assert finding.level == BROKEN
    assert "campaign/campaign.toml, line " in finding.what


def test_an_address_that_reaches_nobody_is_found_where_it_stands(folder: Path) -> None:
    finding = the_one(campaign.addresses(folder))

    assert (finding.level, "line 11" in finding.mend) == (ADVICE, True)
    path = folder / "campaign.toml"
    path.write_text(path.read_text().replace("hello@another-road.example", "hello@another-road.org"))
    assert the_one(campaign.addresses(folder)).level == GOOD


@pytest.mark.django_db
def test_an_installation_without_organizers_is_told_what_is_next() -> None:
    assert the_one(front_desk.organizers()).level == ADVICE


@pytest.mark.django_db
def test_a_front_desk_with_one_organizer_is_closed() -> None:
    an_organizer("Di", today=TODAY)

    finding = the_one(front_desk.organizers())

    assert (finding.level, finding.what) == (
        ADVICE,
        "Only Di holds the front desk's key, and two are needed.",
    )


@pytest.mark.django_db
def test_losing_the_second_organizer_while_people_wait_is_worse(di_and_ed: tuple[Person, Person]) -> None:
    assert the_one(front_desk.organizers()).level == GOOD
    a_seeker()
    Envelope.objects.filter(member=di_and_ed[1].member).delete()

    assert the_one(front_desk.organizers()).level == BROKEN


@pytest.mark.django_db
@pytest.mark.parametrize(("days_ago", "level"), [(13, GOOD), (14, ADVICE)])
def test_a_pause_that_was_forgotten_is_found(
    days_ago: int, level: int, di_and_ed: tuple[Person, Person]
) -> None:
    assert the_one(front_desk.pause(TODAY)).level == GOOD
    intake.pause(by=di_and_ed[0].member, text="Back soon.", on=TODAY - days_ago * A_DAY)

    assert the_one(front_desk.pause(TODAY)).level == level


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "days_ago", "level"),
    [
        ("purge", None, ADVICE),
        ("purge", 2, GOOD),
        ("purge", 3, BROKEN),
        ("notify", None, ADVICE),
        ("notify", 3, ADVICE),
        ("mail", None, ADVICE),
        ("mail", 3, ADVICE),
        ("backup", 3, ADVICE),
    ],
)
def test_nights_that_were_left_out_are_found(name: str, days_ago: int | None, level: int) -> None:
    if days_ago is not None:
        chores.note(name, on=TODAY - days_ago * A_DAY)

    finding = the_one(nights.done(name, TODAY))

    assert finding.level == level
    assert level == GOOD or f"$ offramp {name}" in finding.mend


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    tmp_path.chmod(0o700)
    key.make(tmp_path)
    return tmp_path


def a_copy(folder: Path, *, days_ago: int, text: bytes = b"\1" + BINDING.encode_kind() + b"sealed") -> Path:
    path = folder / f"offramp-{TODAY - days_ago * A_DAY}.backup"
    path.write_bytes(text)
    path.chmod(0o600)
    return path


@pytest.mark.django_db
@pytest.mark.parametrize(("days_ago", "level"), [(0, GOOD), (2, GOOD), (3, ADVICE), (7, ADVICE), (8, BROKEN)])
def test_an_old_backup_is_found(days_ago: int, level: int, copies: Path) -> None:
    a_copy(copies, days_ago=20)
    a_copy(copies, days_ago=days_ago)

    assert the_one(backups.newest(copies, TODAY)).level == level


def test_no_backup_at_all_is_found(copies: Path) -> None:
    assert the_one(backups.newest(copies, TODAY)).mend == "$ offramp backup"
    assert the_one(backups.no_folder(None)).level == ADVICE


@pytest.mark.parametrize("text", [b"", b"SQLite format 3\0and everything in clear"])
def test_a_backup_that_is_none_is_found(text: bytes, copies: Path) -> None:
    a_copy(copies, days_ago=0, text=text)

    assert the_one(backups.newest(copies, TODAY)).level == BROKEN


def test_backups_that_outlive_what_the_pages_promise_are_found(copies: Path) -> None:
    a_copy(copies, days_ago=7)
    assert the_one(backups.kept(copies, TODAY)).level == GOOD
    oldest = a_copy(copies, days_ago=8)

    finding = the_one(backups.kept(copies, TODAY))

    assert (finding.level, str(oldest) in finding.what) == (BROKEN, True)


def test_a_copy_made_by_hand_is_found(copies: Path) -> None:
    a_copy(copies, days_ago=0)
    assert list(backups.others(copies)) == []
    (copies / "offramp copy.sqlite3").touch()

    finding = the_one(backups.others(copies))

    assert (finding.level, finding.mend) == (
        ADVICE,
        f"If nobody needs it:\n$ rm -r '{copies}/offramp copy.sqlite3'",
    )


def test_a_backup_key_that_is_gone_is_found(copies: Path) -> None:
    assert the_one(backups.public_key(copies)).level == GOOD
    (copies / key.NAME).unlink()

    assert the_one(backups.public_key(copies)).level == ADVICE


class Doorkeeper:
    def __call__(self, _server: Any, _session: Any, _envelope: Any, _mechanism: str, told: Any) -> AuthResult:
        return AuthResult(success=(told.login, told.password) == (b"di", b"right"), handled=False)


@pytest.fixture
def post_office(tmp_path: Path) -> Iterator[Controller]:
    office = Controller(
        Mailbox(tmp_path / "received"),
        hostname="localhost",
        port=free_port(),
        authenticator=Doorkeeper(),
        auth_require_tls=False,
    )
    office.start()
    yield office
    office.stop()


@pytest.mark.django_db
def test_a_mail_server_that_lets_us_in_is_well(post_office: Controller, settings: Any) -> None:
    settings.MAIL = urlsplit(f"smtp://di:right@localhost:{post_office.port}")

    assert the_one(mail.server()).level == GOOD


@pytest.mark.django_db
def test_a_wrong_mail_password_is_found_and_not_repeated(
    post_office: Controller, settings: Any, di_and_ed: tuple[Person, Person]
) -> None:
    settings.MAIL = urlsplit(f"smtp://di:mistyped@localhost:{post_office.port}")
    assert the_one(mail.server()).level == ADVICE
    notices.keep_address(by=di_and_ed[0].member, email="di@x.example", language="en")

    finding = the_one(mail.server())

    assert (finding.level, "mistyped" in str(finding)) == (BROKEN, False)


@pytest.mark.django_db
def test_a_mail_password_in_the_open_is_found_before_it_is_sent(settings: Any) -> None:
    settings.MAIL = urlsplit("smtp://di:right@mail.example.org")

    assert the_one(mail.server()).what == "The mail password travels in the open."


@pytest.mark.django_db
def test_staff_whom_no_mail_reaches_are_noticed(di_and_ed: tuple[Person, Person]) -> None:
    assert the_one(mail.addresses()).level == ADVICE
    notices.keep_address(by=di_and_ed[0].member, email="di@x.example", language="en")

    assert the_one(mail.addresses()).level == GOOD


@pytest.mark.django_db
def test_a_letter_goes_out_only_when_it_is_asked_for(mailoutbox: list[Any]) -> None:
    assert "mail.letter" not in mail.checks(None)

    assert levels(mail.checks("di@x.example")["mail.letter"]()) == [GOOD]

    assert [letter.to for letter in mailoutbox] == [["di@x.example"]]


@pytest.mark.django_db
def test_a_journal_that_was_altered_is_said_in_words() -> None:
    two_organizers(today=TODAY - A_DAY)
    chain.extend(on=TODAY)
    assert the_one(journal.whole()).level == GOOD
    number = Entry.objects.get(kind=Entry.Kind.ACCESS_GIVEN).number
    Entry.objects.filter(number=number).update(actor_id=None)

    finding = the_one(journal.whole())

    assert finding.level == BROKEN
    assert finding.what == f"The journal is not as it was. Entry {number} is not as it was written."


@pytest.mark.django_db
def test_a_journal_under_another_key_says_how_to_begin_anew(settings: Any) -> None:
    note(Entry.Kind.PAUSED, by=None, subject=None, on=TODAY - A_DAY)
    chain.extend(on=TODAY)
    settings.SECRET_KEY = "another one than the one that it was chained with"

    finding = the_one(journal.whole())

    assert (finding.level, "$ offramp purge --begin-journal-chain" in finding.mend) == (ADVICE, True)
