"""`offramp backup`: everything of one moment, while others go on writing, or one sentence."""

import os
import re
import signal
import subprocess
import time
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection, connections
from django.utils import timezone
from pytest_django import Settings

from offramp.pairing.models import Request
from offramp.people.models import Member
from offramp.upkeep import chores, command
from offramp.upkeep.backup import copies, gathering, key, snapshot, tables, write
from offramp.upkeep.backup.contents import CampaignFile, Row
from offramp.upkeep.refusal import Refused
from tests.cast import Person
from tests.upkeep.backup.conftest import TODAY, Home
from tests.upkeep.console import OFFRAMP

pytestmark = pytest.mark.django_db(transaction=True)


def test_everything_is_in_it_row_for_row(home: Home, ada: Person, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["backup"]) == 0

    today = timezone.now().date()
    [name] = home.copies()
    assert name == f"offramp-{today}.backup"
    backup = home.opened(name)
    counts = backup.check().counts
    assert counts.rows == {
        model._meta.label_lower: model._base_manager.count()
        for model in apps.get_models()
        if model._meta.label_lower not in tables.LEFT_OUT
    }
    assert counts.rows["people.member"] == Member.objects.count() == 4
    assert re.fullmatch(
        rf"{home.folder}/{name}: 0\.\d MB, {counts.all_rows} rows, \d seconds, read back whole\.\n",
        capsys.readouterr().out,
    )
    assert chores.last("backup") == today


def test_the_campaigns_files_are_in_it(home: Home, ada: Person) -> None:
    path = write.make(home.folder, on=TODAY)

    files = {
        str(item.path): item.content
        for item in home.opened(path.name).contents()
        if isinstance(item, CampaignFile)
    }
    folder = settings.CAMPAIGN_FOLDER
    assert files == {
        str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_what_is_left_out_is_left_out_by_name() -> None:
    labels = {model._meta.label_lower for model in apps.get_models()}

    assert set(tables.LEFT_OUT) <= labels
    assert set(tables.models_after(tables.ran())) == labels - set(tables.LEFT_OUT)


def test_no_row_comes_before_one_it_points_at() -> None:
    order = list(tables.models_after(tables.ran()))

    assert order.index("people.member") < order.index("people.envelope") > order.index("people.frontdeskkey")
    assert order.index("pairing.request") < order.index("pairing.offer")


def test_the_order_of_rows_does_not_tell_which_was_written_first(home: Home, ada: Person) -> None:
    path = write.make(home.folder, on=TODAY)

    items = home.opened(path.name).contents()
    ids = [item.values[0] for item in items if isinstance(item, Row) and item.label == "people.envelope"]
    assert len(ids) > 5
    assert ids == sorted(ids)


def test_what_is_written_meanwhile_neither_waits_nor_gets_in(home: Home, ada: Person) -> None:
    other = connections.create_connection("default")
    other.ensure_connection()
    with snapshot.of_now():
        head = gathering.header(day=TODAY)
        assert Request.objects.get().is_read is False
        with other.cursor() as cursor:
            began = time.monotonic()
            cursor.execute("UPDATE pairing_request SET is_read = %s", [True])
            assert time.monotonic() - began < 1
        assert Request.objects.get().is_read is False
        assert head.tables
    assert Request.objects.get().is_read is True
    other.close()


def test_nothing_can_be_written_while_it_is_read(ada: Person) -> None:
    with pytest.raises(Exception, match=r"readonly|read-only"), snapshot.of_now():
        Request.objects.update(is_read=True)

    Request.objects.update(is_read=True)
    assert Request.objects.get().is_read


def test_old_copies_go_and_the_day_of_the_burn_page_holds(
    home: Home, ada: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    for days in range(9):
        write.make(home.folder, on=TODAY + timedelta(days=days))

    assert home.copies() == [f"offramp-{TODAY + timedelta(days=days)}.backup" for days in range(2, 9)]
    assert "Copies of 7 days ago and before, deleted: 1\n" in capsys.readouterr().out


def test_on_a_day_that_may_be_wrong_no_copy_goes(
    home: Home, ada: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    write.make(home.folder, on=TODAY)
    chores.note("purge", on=TODAY)

    write.make(home.folder, on=TODAY + timedelta(days=365))

    assert len(home.copies()) == 2
    assert "No older copy was deleted: this machine's clock says 2027-11-24" in capsys.readouterr().out


def refused(*typed: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert command.main(list(typed)) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    return said.err


def test_without_a_key_there_is_no_backup(
    home: Home, ada: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    (home.folder / key.NAME).unlink()

    assert "key.pub is missing" in refused("backup", capsys=capsys)
    assert home.copies() == []


def test_without_a_folder_there_is_none_either(
    home: Home, ada: Person, tmp_path: Path, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "there is no folder" in refused("backup", "--to", str(tmp_path / "nowhere"), capsys=capsys)
    settings.BACKUPS = None
    assert "OFFRAMP_BACKUPS is not set" in refused("backup", capsys=capsys)


def test_another_folder_is_used_and_the_key_stays_here(home: Home, ada: Person, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()

    assert command.main(["backup", "--to", str(tmp_path / "stick")]) == 0

    [copy] = (tmp_path / "stick").iterdir()
    assert copy.suffix == ".backup"
    assert home.copies() == []


def test_a_disk_that_keeps_something_else_is_found_out(home: Home, ada: Person) -> None:
    with copies.begin(home.folder) as file:
        stream_key, counts = write.write(file, to=key.read(home.folder), day=TODAY)
        [kept] = os.pread(file.fileno(), 1, 40_000)
        os.pwrite(file.fileno(), bytes([kept ^ 1]), 40_000)

        with pytest.raises(Refused, match="could not be read back as it was written"):
            write.read_back(file, stream_key, counts, home.folder)


def test_a_campaigns_file_that_cannot_be_read_is_named(
    home: Home, ada: Person, tmp_path: Path, settings: Settings
) -> None:
    settings.CAMPAIGN_FOLDER = tmp_path / "campaign"
    settings.CAMPAIGN_FOLDER.mkdir()
    (settings.CAMPAIGN_FOLDER / "texts.toml").symlink_to("/etc/hostname")
    assert gathering.campaign_files() == []

    with pytest.raises(Refused, match=r"texts\.toml cannot be read"):
        gathering.campaign_file(settings.CAMPAIGN_FOLDER / "gone" / "texts.toml")


def test_a_backup_that_is_killed_leaves_nothing_the_next_one_minds(home: Home, ada: Person) -> None:
    environment = os.environ | {"DATABASE_URL": url_of_this_database(), "OFFRAMP_BACKUPS": str(home.folder)}
    unfinished = home.folder / "offramp-unfinished"
    with subprocess.Popen([OFFRAMP, "backup"], env=environment) as backup:
        while not unfinished.exists() and backup.poll() is None:
            time.sleep(0.005)
        backup.send_signal(signal.SIGKILL)
    assert home.copies() == ["offramp-unfinished"]

    write.make(home.folder, on=TODAY)

    assert f"offramp-{TODAY}.backup" in home.copies()
    assert "offramp-unfinished" not in home.copies()


def url_of_this_database() -> str:
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{quote(name)}").geturl()
