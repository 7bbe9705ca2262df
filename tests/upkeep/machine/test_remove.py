"""`offramp service remove`: the machine as it was, and what people wrote where it is."""

import pytest

from offramp.upkeep.machine import files, onion, units
from offramp.upkeep.machine.install import install
from offramp.upkeep.machine.remove import remove
from offramp.upkeep.refusal import Refused
from tests.upkeep.machine.conftest import Machine


def test_it_leaves_the_machine_as_it_was(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    before = machine.files()
    install(machine.installation(), uid=0)
    machine.calls()

    assert remove(machine.installation(), uid=0) == 0

    assert machine.files() == before
    assert machine.calls() == [
        "disable --now offramp-purge.service offramp-backup.service offramp-notify.service "
        "offramp-mail.service offramp-purge.timer offramp-backup.timer offramp-notify.timer "
        "offramp-mail.timer offramp.service",
        "daemon-reload",
        "restart caddy.service",
    ]
    assert machine.file("/var/lib/offramp/offramp.sqlite3").exists()
    assert "What people wrote is still in /var/lib/offramp" in capsys.readouterr().out


def test_a_unit_that_a_person_changed_is_not_thrown_away(machine: Machine) -> None:
    install(machine.installation(proxy="none"), uid=0)
    unit = machine.file(f"{files.UNITS}/{units.WEB}")
    unit.write_text(f"{unit.read_text()}# ours, says Di\n")

    remove(machine.installation(), uid=0)

    assert [path.name for path in unit.parent.iterdir()] == [units.WEB]


def test_the_onion_goes_and_its_keys_stay(machine: Machine) -> None:
    install(machine.installation(proxy="none"), uid=0)
    machine.file(onion.KEYS).mkdir(parents=True)
    drop_in = machine.file(onion.TORRC)
    drop_in.parent.mkdir(parents=True)
    drop_in.write_text("HiddenServiceDir of somebody else\n")

    remove(machine.installation(), uid=0)

    assert drop_in.exists()  # not ours: no first line of ours
    assert machine.file(onion.KEYS).is_dir()


def test_where_nothing_is_installed_it_says_so(machine: Machine) -> None:
    with pytest.raises(Refused, match=r"^no service of Offramp is installed on this machine\.$"):
        remove(machine.installation(), uid=0)

    assert machine.calls() == []


def test_somebody_who_is_not_root_is_refused(machine: Machine) -> None:
    install(machine.installation(proxy="none"), uid=0)
    before = machine.files()

    with pytest.raises(Refused, match=r"^only root may remove services; type sudo before the command\.$"):
        remove(machine.installation(), uid=1000)

    assert machine.files() == before
