"""`offramp service show`: what somebody reads before they trust it."""

import subprocess
from pathlib import Path

import pytest

from tests.browser import certificates
from tests.upkeep.console import offramp, surroundings

UNITS = {
    f"etc/systemd/system/{name}"
    for name in (
        "offramp.service",
        "offramp-backup.service",
        "offramp-backup.timer",
        "offramp-mail.service",
        "offramp-mail.timer",
        "offramp-notify.service",
        "offramp-notify.timer",
        "offramp-purge.service",
        "offramp-purge.timer",
    )
}


@pytest.mark.parametrize(
    ("typed", "others"),
    [
        ([], {"etc/caddy/Caddyfile"}),
        (["--proxy=none"], set()),
        (["--proxy=nginx"], {"etc/nginx/sites-available/offramp"}),
        (["--onion"], {"etc/caddy/Caddyfile", "etc/tor/torrc.d/offramp.conf"}),
    ],
)
def test_every_file_is_there_and_nothing_else_is_touched(
    typed: list[str], others: set[str], tmp_path: Path
) -> None:
    shown = show(tmp_path, *typed)

    assert names(shown) == UNITS | others
    assert [path.name for path in tmp_path.iterdir()] == ["shown"]


def test_the_units_are_told_what_was_asked_for(tmp_path: Path) -> None:
    shown = show(tmp_path, "--port=8123", "--workers=3")

    assert (
        "offramp serve --port 8123 --workers 3\n"
        in (shown / "etc/systemd/system/offramp.service").read_text()
    )
    assert "127.0.0.1:8123" in (shown / "etc/caddy/Caddyfile").read_text()


@pytest.mark.parametrize("typed", [[], ["--onion"]])
def test_caddy_can_use_its_file(typed: list[str], tmp_path: Path) -> None:
    shown = show(tmp_path, *typed)

    answer = subprocess.run(
        ["caddy", "validate", "--adapter=caddyfile", f"--config={shown}/etc/caddy/Caddyfile"],
        env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert answer.returncode == 0, answer.stderr


def test_nginx_can_use_its_file(tmp_path: Path) -> None:
    certificate = certificates.issue(tmp_path)
    site = show(tmp_path, "--proxy=nginx") / "etc/nginx/sites-available/offramp"
    folder = "/etc/letsencrypt/live/help.example.org"
    text = site.read_text()
    assert f"{folder}/fullchain.pem" in text
    text = text.replace(f"{folder}/fullchain.pem", str(certificate.path))
    site.write_text(text.replace(f"{folder}/privkey.pem", str(certificate.key_path)))
    whole = tmp_path / "nginx.conf"
    whole.write_text(f"pid {tmp_path}/pid;\nevents {{}}\nhttp {{ include {site}; }}\n")

    answer = subprocess.run(
        ["nginx", "-t", "-q", "-e", "stderr", "-c", str(whole)],
        env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert answer.returncode == 0, answer.stderr


def test_a_folder_that_holds_something_is_refused(tmp_path: Path) -> None:
    (tmp_path / "shown").mkdir()
    (tmp_path / "shown/letter.txt").write_text("to somebody")

    answer = offramp("service", "show", str(tmp_path / "shown"), environment=surroundings(tmp_path))

    assert (answer.returncode, answer.stdout) == (2, "")
    assert (
        answer.stderr
        == f"offramp: {tmp_path}/shown is not an empty folder; name one that is, or a new one.\n"
    )
    assert names(tmp_path) == {"shown/letter.txt"}


@pytest.mark.parametrize("typed", ["--port=80", "--port=70000", "--workers=0", "--workers=many"])
def test_a_number_that_cannot_be_is_refused(typed: str, tmp_path: Path) -> None:
    answer = offramp("service", "show", str(tmp_path / "shown"), typed, environment=surroundings(tmp_path))

    assert answer.returncode == 2
    assert f"“{typed.partition('=')[2]}” is no " in answer.stderr
    assert not (tmp_path / "shown").exists()


def show(folder: Path, *typed: str) -> Path:
    answer = offramp("service", "show", str(folder / "shown"), *typed, environment=surroundings(folder))
    assert answer.returncode == 0, answer.stderr
    return folder / "shown"


def names(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
