"""`offramp subscribers`: lists of any size at the console, private files, and one address erased."""

import stat
from argparse import Namespace
from pathlib import Path

import pytest

from offramp.journal.models import Entry
from offramp.subscribers.models import Subscriber
from offramp.upkeep import subscribers
from offramp.upkeep.refusal import Refused
from tests.cast import TODAY
from tests.upkeep.console import offramp, prepared
from tests.web.subscription.subscribers import a_subscriber

LISTED = "email;confirmed_on\nada@example.org;2024-01-02\nnobody;\nbo@example.org;\n"


def bring_in(file: Path, **more: object) -> int:
    typed = {"file": file, "they_agreed": True, "language": None, "rhythm": "each"}
    return subscribers.bring_in(Namespace(**(typed | more)), TODAY)


def take_out(file: Path) -> int:
    return subscribers.take_out(Namespace(file=file), TODAY)


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(LISTED)
    return path


@pytest.mark.django_db
def test_what_cannot_be_read_stands_in_a_private_file_that_can_be_brought_in_itself(listed: Path) -> None:
    assert bring_in(listed) == 1

    left = listed.with_name("list.csv.left")
    assert left.read_text() == "email;confirmed_on\nnobody;\n"
    assert stat.S_IMODE(left.stat().st_mode) == 0o600


@pytest.mark.django_db
def test_the_mended_lines_leave_no_file(listed: Path) -> None:
    listed.write_text("email;confirmed_on\ncy@example.org;\n")

    assert bring_in(listed) == 0
    assert [path.name for path in listed.parent.iterdir()] == ["list.csv"]


@pytest.mark.django_db
def test_a_list_that_is_left_from_before_is_not_overwritten(listed: Path) -> None:
    left = listed.with_name("list.csv.left")
    left.write_text("mine\n")

    with pytest.raises(FileExistsError):
        bring_in(listed)

    assert left.read_text() == "mine\n"
    assert not Subscriber.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("more", [{"they_agreed": False}, {"language": "fr"}])
def test_a_list_without_consent_or_in_no_language_of_ours_is_refused(
    listed: Path, more: dict[str, object]
) -> None:
    with pytest.raises(Refused):
        bring_in(listed, **more)

    assert not Subscriber.objects.exists()
    assert not listed.with_name("list.csv.left").exists()


@pytest.mark.django_db
def test_a_spreadsheet_is_refused_as_a_whole(listed: Path) -> None:
    listed.write_bytes(b"PK\x03\x04 a spreadsheet")

    with pytest.raises(Refused, match="is no list of lines"):
        bring_in(listed)


@pytest.mark.django_db
def test_the_list_goes_into_a_new_file_for_nobody_else(tmp_path: Path) -> None:
    a_subscriber("=1+1@example.org")
    file = tmp_path / "out.csv"

    assert take_out(file) == 0

    assert file.read_text().splitlines()[1].startswith("'=1+1@example.org,en,each,")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.django_db
def test_a_file_that_is_there_already_is_not_overwritten(listed: Path) -> None:
    with pytest.raises(FileExistsError):
        take_out(listed)

    assert listed.read_text() == LISTED
    assert not Entry.objects.exists()


@pytest.mark.django_db
def test_one_address_is_erased_however_it_is_typed() -> None:
    a_subscriber("ada@example.org")

    assert subscribers.erase(Namespace(address="Ada <ADA@example.org>"), TODAY) == 0
    assert subscribers.erase(Namespace(address="ada@example.org"), TODAY) == 1
    with pytest.raises(Refused):
        subscribers.erase(Namespace(address="ada"), TODAY)


def test_the_command_brings_in_takes_out_and_erases(listed: Path, tmp_path: Path) -> None:
    environment = prepared(tmp_path)
    out = tmp_path / "out.csv"

    first = offramp("subscribers", "import", "--they-agreed", str(listed), environment=environment)
    second = offramp("subscribers", "export", str(out), environment=environment)
    third = offramp("subscribers", "erase", "ada@example.org", environment=environment)

    assert first.stdout.startswith("Get the letters from now on: 1\nAre asked by mail: 1\n")
    assert second.stdout.startswith(f"1 subscribers in {out}")
    assert third.stdout == "Erased. No more mail goes there, and no list brings it back.\n"
    assert [first.returncode, second.returncode, third.returncode] == [1, 0, 0]
