"""What `offramp service` tells Caddy and nginx is right in their own eyes."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from offramp.config import intake
from offramp.upkeep.machine import proxies
from tests.browser import certificates
from tests.hosting import behind

ONE, TWO = ("127.0.0.1:8000",), ("10.0.0.2:8000", "10.0.0.3:8000")
PUBLIC, ONION = "https://help.example.org", f"http://{'a' * 56}.onion"


@pytest.mark.parametrize("more", [{}, {"tls": "internal"}, {"onion": True}])
@pytest.mark.parametrize("upstreams", [ONE, TWO])
@pytest.mark.parametrize("origin", [PUBLIC, "https://localhost:8443", ONION])
def test_caddy_takes_its_file_and_would_write_it_the_same_way(
    origin: str, upstreams: Sequence[str], more: dict[str, Any], tmp_path: Path
) -> None:
    file = tmp_path / "Caddyfile"
    file.write_text(proxies.caddyfile(origin=origin, upstreams=upstreams, **more))

    validated = caddy(tmp_path, "validate", "--adapter=caddyfile", f"--config={file}")

    assert (validated.returncode, validated.stdout) == (0, "Valid configuration\n"), validated.stderr
    assert "not formatted" not in validated.stderr
    assert caddy(tmp_path, "fmt", str(file)).stdout == file.read_text()


@pytest.mark.parametrize("upstreams", [ONE, TWO])
def test_nginx_takes_its_file(upstreams: Sequence[str], tmp_path: Path) -> None:
    certificate = certificates.issue(tmp_path)
    given = {"certificate": str(certificate.path), "key": str(certificate.key_path)}
    site = proxies.nginx_site(origin=PUBLIC, upstreams=upstreams, **given)
    behind.write_main_file(tmp_path)
    (tmp_path / "site.told").write_text(site)

    checked = run(tmp_path, "nginx", "-t", "-c", str(tmp_path / "nginx.told"))

    lines = checked.stderr.splitlines()
    assert [line.partition("nginx.told ")[2] for line in lines] == ["syntax is ok", "test is successful"]


def test_neither_gives_up_on_a_slow_file_before_the_site_does() -> None:
    told = proxies.caddyfile(origin=PUBLIC)
    nginx = proxies.nginx_site(origin=PUBLIC, upstreams=ONE, certificate="", key="")

    assert intake.LONGEST < 16 * 60
    assert "read_body 16m\n" in told
    assert "write 18m\n" in told  # counted from the same moment, and the answer has to be worked out
    assert "client_body_timeout 16m;\n" in nginx


@pytest.mark.parametrize(
    ("origin", "tls"),
    [
        (PUBLIC, "tls {\n\t\tissuer acme\n\t}"),
        ("https://localhost:8443", "tls internal"),
        ("https://10.0.0.1", "tls internal"),
        ("https://offramp.internal", "tls internal"),
        ("https://offramp", "tls internal"),
    ],
)
def test_a_name_known_only_at_home_is_asked_of_no_authority(origin: str, tls: str) -> None:
    assert f"{origin} {{\n\t{tls}\n" in proxies.caddyfile(origin=origin)


def caddy(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run(folder, "caddy", *arguments)


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    surroundings = {"PATH": f"{os.environ['PATH']}:/usr/sbin", "HOME": str(folder)}
    return subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, text=True, check=False)
