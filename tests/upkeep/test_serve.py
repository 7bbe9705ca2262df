"""`offramp serve`: the server itself over TLS, and what it refuses to begin with."""

import http.client
import signal
import ssl
import subprocess
import time
from pathlib import Path

import pytest

from offramp.upkeep.demo import mark
from tests.browser import certificates
from tests.browser.servers import free_port
from tests.upkeep import console
from tests.upkeep.console import OFFRAMP, offramp, surroundings


@pytest.fixture
def prepared(tmp_path: Path) -> dict[str, str]:
    """The settings of an installation that `offramp init` has prepared."""
    return console.prepared(tmp_path)


def test_it_answers_over_tls_and_ends_when_told(tmp_path: Path, prepared: dict[str, str]) -> None:
    certificate, port = certificates.issue(tmp_path), free_port()
    environment = prepared | {"OFFRAMP_ORIGIN": f"https://localhost:{port}"}
    command = [OFFRAMP, "serve", f"--port={port}"]
    command += [f"--certificate={certificate.path}", f"--key={certificate.key_path}"]

    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as serving:
        answer = ask(f"localhost:{port}", certificate.path)
        serving.send_signal(signal.SIGTERM)
        said, _ = serving.communicate(timeout=20)

    assert (answer.status, answer.getheader("Server"), serving.returncode) == (200, "", 0)
    assert said == f"Serving https://localhost:{port} on 127.0.0.1, port {port}.\n"


def ask(place: str, certificate: Path) -> http.client.HTTPResponse:
    trust = ssl.create_default_context(cafile=certificate)
    for _ in range(200):
        connection = http.client.HTTPSConnection(place, context=trust, timeout=20)
        try:
            connection.request("HEAD", "/")
            return connection.getresponse()
        except OSError:
            time.sleep(0.1)
        finally:
            connection.close()
    raise AssertionError("The server did not start.")


@pytest.mark.parametrize("given", ["--certificate", "--key"])
def test_a_certificate_without_its_key_is_refused(given: str, prepared: dict[str, str]) -> None:
    answer = offramp("serve", given, "some.pem", environment=prepared)

    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr == "offramp: --certificate and --key are given together.\n"


def test_an_empty_database_is_refused(tmp_path: Path) -> None:
    answer = offramp("serve", environment=surroundings(tmp_path))

    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.startswith("offramp: the database is empty; “offramp init” prepares it.")
    assert answer.stderr.count("\n") == 1


def test_static_files_that_were_not_collected_are_missed_at_once(
    tmp_path: Path, prepared: dict[str, str]
) -> None:
    answer = offramp("serve", environment=prepared | {"OFFRAMP_STATIC": str(tmp_path)})

    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr == "offramp: the static files are not collected; “make assets” does it.\n"


@pytest.mark.parametrize(
    ("origin", "host"),
    [("https://help.example.org", "127.0.0.1"), ("http://localhost:8000", "0.0.0.0")],  # noqa: S104
)
def test_a_demonstration_is_never_served_in_public(origin: str, host: str, tmp_path: Path) -> None:
    mark.make(tmp_path / "offramp.sqlite3")
    environment = surroundings(tmp_path, OFFRAMP_ORIGIN=origin)
    assert offramp("init", environment=environment).returncode == 0

    answer = offramp("serve", "--host", host, environment=environment)

    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.startswith("offramp: this is a demonstration's database")


def test_a_contact_that_reaches_nobody_is_pointed_out(prepared: dict[str, str]) -> None:
    with subprocess.Popen(
        [OFFRAMP, "serve", f"--port={free_port()}"],
        env=prepared,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as serving:
        assert serving.stderr
        said = serving.stderr.readline()
        serving.terminate()
        serving.communicate(timeout=30)

    assert said.startswith("offramp: The campaign shows hello@another-road.example, which reaches nobody.")
