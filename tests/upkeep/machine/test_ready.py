"""What keeps `offramp service install` from beginning: one sentence each, and not a file is written."""

import shutil
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytest_django.fixtures import Settings

from offramp.upkeep.machine import files, ready
from offramp.upkeep.machine.install import install
from offramp.upkeep.refusal import Refused
from tests.upkeep.machine.conftest import Machine

ENV = "/etc/offramp/offramp.env"


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda machine: shutil.rmtree(machine.root / "run/systemd"), "this machine does not run systemd"),
        (
            lambda machine: machine.file(ENV).unlink(),
            "for the service to read; “offramp init”, typed as root",
        ),
        (
            lambda machine: set_line(machine, "OFFRAMP_ORIGIN", "ftp://x"),
            "“ftp://x” does not begin with https",
        ),
        (
            lambda machine: set_line(machine, "OFFRAMP_CAMPAIGN", "/nowhere"),
            "/nowhere: expected a campaign's folder, found none.",
        ),
        (
            lambda machine: set_line(machine, "DATABASE_URL", f"sqlite:///{machine.root}/empty"),
            "the database is empty; “offramp init” prepares it.",
        ),
        (lambda machine: put(machine, ready.LINK), "usr/local/bin/offramp is a file of somebody else's"),
        (
            lambda machine: machine.file(files.CADDYFILE).write_text("example.org\n"),
            "/etc/caddy/Caddyfile is in use for something else.",
        ),
    ],
)
def test_it_is_refused_in_one_sentence_with_nothing_done(
    spoil: Callable[[Machine], object], sentence: str, machine: Machine
) -> None:
    spoil(machine)

    assert sentence in refusal(machine)


def test_somebody_who_is_not_root_is_refused(machine: Machine) -> None:
    assert refusal(machine, uid=1000) == "only root may install services; type sudo before the command."


def test_a_user_whom_nobody_made_is_missed(machine: Machine) -> None:
    sentence = "there is no user “nobody-yet”; “offramp init”, typed as root, makes it."

    assert refusal(machine, user="nobody-yet") == sentence


@pytest.mark.parametrize("place", ["root/offramp", "home/di/offramp", "tmp/offramp"])
def test_a_program_where_no_service_may_look_is_refused(place: str, machine: Machine) -> None:
    venv = a_venv(machine.root / place)

    assert refusal(machine, venv=venv).startswith(
        f"{venv} lies below {machine.root / place.rpartition('/')[0].partition('/')[0]}, where a service"
    )


def test_a_python_where_no_service_may_look_is_refused(machine: Machine) -> None:
    """The program lies well, and the Python it was made with does not."""
    python = machine.root / "home/di/python3"
    python.parent.mkdir(parents=True)
    python.touch()
    venv = a_venv(machine.root / "opt/offramp")
    (venv / "bin/python").unlink()
    (venv / "bin/python").symlink_to(python)

    assert refusal(machine, venv=venv).startswith(f"{python} lies below {machine.root}/home")


def test_a_campaign_where_no_service_may_look_is_refused(machine: Machine, settings: Settings) -> None:
    settings.CAMPAIGN_FOLDER = campaign = machine.root / "home/di/campaign"

    assert refusal(machine) == (
        f"{campaign} lies below {machine.root / 'home'}, where no service may look; "
        "move it, and tell the settings."
    )


def test_a_folder_that_only_its_owner_may_enter_is_named(machine: Machine) -> None:
    venv = a_venv(machine.root / "opt/offramp")
    venv.parent.chmod(0o700)

    assert refusal(machine, venv=venv) == (
        f"only its owner may enter {venv.parent}; “chmod a+rx {venv.parent}” lets the service in."
    )


def test_a_port_in_use_is_refused(machine: Machine) -> None:
    with socket.create_server(("127.0.0.1", machine.port)):
        said = refusal(machine)

    assert said == (
        f"something else answers on port {machine.port}; end it first, or add --port and another number."
    )


def test_a_port_of_the_proxy_in_use_is_refused(machine: Machine, settings: Settings) -> None:
    (machine.root / "active").write_text("")
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        settings.ORIGIN = f"https://testserver:{port}"
        said = refusal(machine)

    assert said == (
        f"something else answers on port {port}, where caddy should; end it first, or add --proxy none."
    )


@pytest.mark.parametrize(("proxy", "package"), [("caddy", "caddy"), ("nginx", "nginx-light")])
def test_a_proxy_that_is_not_installed_is_said_with_its_package(
    proxy: str, package: str, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    without(proxy, monkeypatch)

    assert refusal(machine, proxy=proxy) == (
        f"{proxy} is not installed: “apt install {package}”, then type the same command again."
    )


def test_nginx_without_a_certificate_is_refused(machine: Machine) -> None:
    assert refusal(machine, proxy="nginx") == (
        "there is no /etc/letsencrypt/live/testserver/fullchain.pem; "
        "certbot makes it, docs/hosting.md says how."
    )


@pytest.mark.parametrize("proxy", ["nginx", "none"])
def test_an_onion_without_caddy_is_refused(proxy: str, machine: Machine) -> None:
    certificate = machine.file("/etc/letsencrypt/live/testserver/fullchain.pem")
    certificate.parent.mkdir(parents=True)
    certificate.touch()

    assert refusal(machine, proxy=proxy, onion=True).startswith("--onion goes with Caddy")


def test_an_onion_without_tor_is_refused(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    without("tor", monkeypatch)

    assert refusal(machine, onion=True).startswith("tor is not installed: “apt install tor”")


def refusal(machine: Machine, *, uid: int = 0, **wanted: Any) -> str:
    """What it says; whatever it was, no file has changed and systemd was told nothing."""
    before = machine.files()
    with pytest.raises(Refused) as refused:
        install(machine.installation(**wanted), uid=uid)
    assert machine.files() == before
    assert machine.calls() == []
    return str(refused.value)


def set_line(machine: Machine, name: str, value: str) -> None:
    file = machine.file(ENV)
    kept = [line for line in file.read_text().splitlines() if not line.startswith(f"{name}=")]
    file.write_text("\n".join([*kept, f"{name}={value}"]) + "\n")


def put(machine: Machine, path: str) -> None:
    machine.file(path).parent.mkdir(parents=True)
    machine.file(path).touch()


def a_venv(folder: Path) -> Path:
    (folder / "bin").mkdir(parents=True)
    (folder / "bin/python").touch()
    return folder


def without(program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine where it was never installed."""
    which = shutil.which
    monkeypatch.setattr(
        shutil, "which", lambda name, path=None: None if name == program else which(name, path=path)
    )
