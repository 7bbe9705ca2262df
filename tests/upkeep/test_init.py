"""`offramp init`: two links at the beginning, one more when somebody is missing."""

import io
import re
import stat
from pathlib import Path

import pytest
from django.urls import resolve
from django.utils import timezone

from offramp.journal.models import Entry
from offramp.pairing import intake
from offramp.people import front_desk
from offramp.people.models import Departure, Envelope, Invitation, Member, Role
from offramp.upkeep import command
from tests.cast import an_adviser, an_organizer, enrolled, two_organizers
from tests.upkeep.console import offramp, surroundings

TODAY = timezone.now().date()
LINK = re.compile(r"(https?://\S+)/staff/link/([\w-]{43})/")


def links(text: str) -> list[str]:
    return [link for _, link in LINK.findall(text)]


@pytest.mark.django_db
def test_two_people_enroll_and_intake_opens(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["init", "--names", "Di", "Ed"]) == 0

    said = capsys.readouterr().out
    di, ed = (enrolled(link, today=TODAY) for link in links(said))
    front_desk.give_access(by=di.keyholder, to=ed.member, on=TODAY)
    assert [(person.member.name, person.member.role) for person in (di, ed)] == [
        ("Di", Role.ORGANIZER),
        ("Ed", Role.ORGANIZER),
    ]
    assert intake.state() == intake.Intake.OPEN
    assert "works once" in said


@pytest.mark.django_db
def test_the_link_leads_to_a_page(capsys: pytest.CaptureFixture[str]) -> None:
    command.main(["init"])

    [(origin, link), _] = LINK.findall(capsys.readouterr().out)
    assert origin == "https://testserver"
    assert resolve(f"/staff/link/{link}/").url_name == "staff-link"


@pytest.mark.django_db
def test_a_second_time_makes_no_link(capsys: pytest.CaptureFixture[str]) -> None:
    command.main(["init"])
    capsys.readouterr()

    assert command.main(["init"]) == 0

    said = capsys.readouterr().out
    assert links(said) == []
    assert said.startswith("The database is up to date. The first two links were made before")
    assert Invitation.objects.count() == 2


@pytest.mark.django_db
def test_two_who_can_sign_in_need_no_console(capsys: pytest.CaptureFixture[str]) -> None:
    two_organizers()

    assert command.main(["init", "--again", "Flo"]) == 2

    said = capsys.readouterr()
    assert (links(said.out), said.err.count("\n")) == ([], 1)
    assert said.err.startswith("offramp: two organizers can sign in")
    assert "add --lost and their name" in said.err
    assert not Entry.objects.filter(kind=Entry.Kind.RECOVERY_LINK).exists()


@pytest.mark.django_db
def test_one_who_is_left_gets_a_second_person(capsys: pytest.CaptureFixture[str]) -> None:
    command.main(["init"])
    enrolled(links(capsys.readouterr().out)[0], today=TODAY)

    assert command.main(["init", "--again", "Flo"]) == 0

    said = capsys.readouterr().out
    assert enrolled(*links(said), today=TODAY).member.name == "Flo"
    assert "lost" not in said
    assert Entry.objects.filter(kind=Entry.Kind.RECOVERY_LINK, actor_id=None).count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "status", "made"), [("yes\n", 0, 1), ("\n", 2, 0), ("no\n", 2, 0), ("", 2, 0)]
)
def test_what_is_lost_is_said_before_it_is_given_up(
    typed: str, status: int, made: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    two_organizers()
    Envelope.objects.all().delete()
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))

    assert command.main(["init", "--again", "Flo"]) == status

    said = capsys.readouterr().out
    assert said.startswith("The front desk's key is left with nobody.")
    assert len(links(said)) == made


@pytest.mark.django_db
def test_a_script_can_say_yes_beforehand(capsys: pytest.CaptureFixture[str]) -> None:
    two_organizers()
    Envelope.objects.all().delete()

    assert command.main(["init", "--again", "Flo", "--yes"]) == 0

    assert len(links(capsys.readouterr().out)) == 1


@pytest.mark.django_db
def test_one_lost_code_of_two_ends_that_account_and_makes_a_link(capsys: pytest.CaptureFixture[str]) -> None:
    di, ed = two_organizers()

    assert command.main(["init", "--again", "Flo", "--lost", "Ed"]) == 0

    said = capsys.readouterr().out
    assert said.startswith("The account of Ed has ended.")
    assert not ed.member.is_active
    assert enrolled(*links(said), today=TODAY).member.name == "Flo"
    assert list(front_desk.organizers_with_access()) == [di.member]


@pytest.mark.django_db
@pytest.mark.parametrize(("typed", "status", "made", "staying"), [("yes\n", 0, 1, 0), ("no\n", 2, 0, 2)])
def test_two_lost_codes_are_asked_about_before_anything_ends(
    typed: str,
    status: int,
    made: int,
    staying: int,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    two_organizers()
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))

    assert command.main(["init", "--again", "Flo", "--lost", "Di", "--lost", "Ed"]) == status

    said = capsys.readouterr().out
    assert said.startswith("The front desk's key is left with nobody.")
    assert len(links(said)) == made
    assert Member.objects.organizers().count() == front_desk.organizers_with_access().count() == staying


@pytest.mark.django_db
@pytest.mark.parametrize("lost", ["ed", "Bo", "Gus", "Nobody"])
def test_whose_code_is_lost_is_said_by_the_exact_name_of_one_organizer(
    lost: str, capsys: pytest.CaptureFixture[str]
) -> None:
    two_organizers()
    an_adviser("Bo")
    an_organizer("Gus"), an_organizer("Gus")

    assert command.main(["init", "--again", "Flo", "--lost", lost]) == 2

    said = capsys.readouterr()
    assert links(said.out) == []
    assert said.err == (
        f"offramp: “{lost}” is not the name of exactly one organizer. They are: Di, Ed, Gus, Gus.\n"
    )
    assert not Departure.objects.exists()


@pytest.mark.django_db
def test_a_lost_code_without_anybody_who_comes_instead_is_no_order(
    capsys: pytest.CaptureFixture[str],
) -> None:
    two_organizers()

    assert command.main(["init", "--lost", "Ed"]) == 2

    assert capsys.readouterr().err.startswith("offramp: --lost goes with --again")
    assert not Departure.objects.exists()


def test_nobody_else_on_the_machine_reads_the_database(tmp_path: Path) -> None:
    answer = offramp("init", environment=surroundings(tmp_path))

    assert (answer.returncode, answer.stderr) == (0, "")
    assert [LINK.search(answer.stdout)[1]] == ["https://help.example.org"]  # type: ignore[index]
    made = list(tmp_path.iterdir())
    assert made != []
    assert {stat.S_IMODE(path.stat().st_mode) for path in made} == {0o600}
