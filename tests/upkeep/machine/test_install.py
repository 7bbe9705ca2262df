"""`offramp service install`: on a folder that stands for a machine, up to a site that answers."""

import shutil
import subprocess

import pytest
from pytest_django.fixtures import Settings

from offramp.upkeep.machine import asking, files, keeping, onion, ready, units
from offramp.upkeep.machine.install import install
from offramp.upkeep.refusal import Refused
from tests.upkeep.machine.conftest import Machine

# Found before a test puts its own in the way.
REAL_SYSTEMCTL = str(shutil.which("systemctl"))
ALL = [units.WEB, *units.TIMERS]
NAMES = [units.WEB, *(chore.unit for chore in units.CHORES), *units.TIMERS]


def test_it_writes_starts_and_ends_when_the_site_answers(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    (machine.root / "really").touch()

    assert install(machine.installation(), uid=0) == 0

    said = capsys.readouterr().out
    assert ready.is_taken(machine.port)
    assert machine.calls() == [
        "daemon-reload",
        f"enable --now {' '.join(units.TIMERS)}",
        f"enable {units.WEB}",
        f"restart {units.WEB}",
        "enable caddy.service",
        "restart caddy.service",
    ]
    assert {name for name in machine.files() if name.startswith("systemd")} == {
        f"systemd/system/{name}" for name in NAMES
    }
    assert all(f"Wrote {machine.root}/etc/systemd/system/{name}\n" in said for name in NAMES)
    assert said.endswith(
        "Its address: https://testserver\n"
        "Now type “offramp doctor”: it looks at everything once, from inside and from outside.\n"
    )


def test_done_again_it_changes_no_file(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    install(machine.installation(), uid=0)
    before, calls = machine.files(), machine.calls()
    capsys.readouterr()

    assert install(machine.installation(), uid=0) == 0

    assert machine.files() == before
    # A timer that somebody switched off since then stays so.
    assert machine.calls() == [call for call in calls if "--now" not in call]
    assert "Wrote" not in capsys.readouterr().out


def test_what_is_not_said_again_stays_as_it_was_asked_for(machine: Machine) -> None:
    install(machine.installation(workers=3, proxy="none"), uid=0)

    last = asking.last_time(machine.root)

    assert (last.port, last.workers, last.proxy, last.onion) == (machine.port, 3, "none", False)


def test_a_unit_that_a_person_changed_is_kept_and_ours_is_put_beside_it(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    install(machine.installation(), uid=0)
    unit = machine.file(f"{files.UNITS}/{units.WEB}")
    theirs = unit.read_text().replace("MemoryMax=75%", "MemoryMax=50%")
    unit.write_text(theirs)
    capsys.readouterr()

    install(machine.installation(workers=2), uid=0)

    assert unit.read_text() == theirs
    assert "--workers 2" in unit.with_name("offramp.service.new").read_text()
    assert f"Kept {unit}, which you changed; ours is beside it" in capsys.readouterr().out


def test_debians_own_caddyfile_is_put_aside(machine: Machine) -> None:
    debians = machine.file(files.CADDYFILE).read_text()

    install(machine.installation(), uid=0)

    assert keeping.state(machine.file(files.CADDYFILE)) == "ours"
    assert machine.file(f"{files.CADDYFILE}.before-offramp").read_text() == debians


def test_the_command_is_linked_where_everybody_finds_it(machine: Machine) -> None:
    link = machine.file(ready.LINK)
    link.parent.mkdir(parents=True)
    link.symlink_to(machine.root / "an earlier place")

    install(machine.installation(), uid=0)

    assert link.readlink() == machine.installation().command


def test_with_nginx_its_site_is_enabled_and_debians_is_not(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_program(machine, "nginx", "exit 0")
    given_a_certificate(machine)
    default = machine.file("/etc/nginx/sites-enabled/default")
    default.symlink_to("../sites-available/default")

    install(machine.installation(proxy="nginx"), uid=0)

    assert [path.name for path in default.parent.iterdir()] == ["offramp"]
    assert machine.file("/etc/nginx/sites-enabled/offramp").read_text() == (
        machine.file(files.NGINX_SITE).read_text()
    )
    assert machine.calls()[-2:] == ["enable nginx.service", "restart nginx.service"]


def test_a_site_that_nginx_does_not_start_with_is_not_left_enabled(machine: Machine) -> None:
    a_program(machine, "nginx", "echo 'nginx: [emerg] no such file' >&2; exit 1")
    given_a_certificate(machine)
    default = machine.file("/etc/nginx/sites-enabled/default")
    default.symlink_to("../sites-available/default")

    with pytest.raises(Refused, match=r"nginx would not start with our site: nginx: \[emerg\] no such file"):
        install(machine.installation(proxy="nginx"), uid=0)

    assert [path.name for path in default.parent.iterdir()] == ["default"]


def test_with_an_onion_the_site_learns_its_name_before_it_starts(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    given_tor(machine)

    install(machine.installation(onion=True), uid=0)

    origin = f"http://{'a' * 56}.onion"
    settings = machine.file("/etc/offramp/offramp.env")
    assert settings.read_text().endswith(f"\nOFFRAMP_ONION_ORIGIN={origin}\n")
    assert machine.file(onion.MAIN_TORRC).read_text() == f"# Debian's own\n\n{onion.INCLUDE}\n"
    assert "HiddenServicePort 80 127.0.0.1:8080\n" in machine.file(onion.TORRC).read_text()
    calls = machine.calls()
    assert calls.index("reload-or-restart tor.service") < calls.index(f"restart {units.WEB}")
    assert f"The onion address: {origin}\n" in capsys.readouterr().out
    assert asking.last_time(machine.root).onion


def test_an_onion_address_that_the_settings_know_is_not_written_twice(
    machine: Machine, settings: Settings
) -> None:
    origin = f"http://{'a' * 56}.onion"
    settings.ONION_ORIGIN = origin
    before = machine.file("/etc/offramp/offramp.env").read_text()
    given_tor(machine)

    install(machine.installation(onion=True), uid=0)

    assert machine.file("/etc/offramp/offramp.env").read_text() == before


def test_a_service_that_never_answers_is_said_with_where_to_look(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_program(machine, "systemctl", "exit 0")
    monkeypatch.setattr("offramp.upkeep.machine.install.PATIENCE", 0.5)

    with pytest.raises(Refused, match=f"nothing answers on port {machine.port} .*journalctl -u offramp"):
        install(machine.installation(), uid=0)


def test_what_systemd_says_no_to_is_repeated(machine: Machine) -> None:
    a_program(machine, "systemctl", "echo 'Failed to connect to bus' >&2; exit 1")

    with pytest.raises(Refused) as refused:
        install(machine.installation(proxy="none"), uid=0)

    assert str(refused.value) == "“systemctl daemon-reload” failed: Failed to connect to bus"


@pytest.mark.parametrize(
    "words",
    [
        ["daemon-reload"],
        ["is-active", units.WEB],
        ["restart", units.WEB],
        ["start", *ALL],
        ["reload-or-restart", "tor.service"],
    ],
)
def test_the_real_systemctl_understands_what_ours_is_told(words: list[str]) -> None:
    """Asked of a machine that does not exist: it reads the words, and can do nothing."""
    answer = subprocess.run(
        [REAL_SYSTEMCTL, "--machine=nowhere-at-all", *words], capture_output=True, text=True, check=False
    )

    # As it asks whether a unit is active, it does not say that there is nobody to ask.
    assert answer.stderr.partition(":")[0] in ("Failed to connect to bus", "")
    assert answer.returncode != 0


def test_the_real_systemctl_enables_what_is_written(machine: Machine) -> None:
    install(machine.installation(proxy="none"), uid=0)

    for words in (["enable", *ALL], ["disable", *NAMES]):
        answer = subprocess.run(
            [REAL_SYSTEMCTL, f"--root={machine.root}", *words], capture_output=True, text=True, check=False
        )
        wants = {path.name for path in (machine.root / files.UNITS[1:]).glob("*.wants/*")}
        assert (answer.returncode, wants) == (0, set(ALL) if words[0] == "enable" else set()), answer.stderr


def a_program(machine: Machine, name: str, script: str) -> None:
    program = machine.root / "bin" / name
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)


def given_a_certificate(machine: Machine) -> None:
    folder = machine.file("/etc/letsencrypt/live/testserver")
    folder.mkdir(parents=True)
    (folder / "fullchain.pem").touch()
    for name in ("sites-available", "sites-enabled"):
        machine.file(f"/etc/nginx/{name}").mkdir(parents=True)


def given_tor(machine: Machine) -> None:
    """Installed, and quick to draw an address."""
    a_program(machine, "tor", "exit 0")
    machine.file("/etc/tor").mkdir()
    machine.file(onion.MAIN_TORRC).write_text("# Debian's own\n")
    machine.file(onion.KEYS).mkdir(parents=True)
    (machine.file(onion.KEYS) / "hostname").write_text(f"{'a' * 56}.onion\n")
