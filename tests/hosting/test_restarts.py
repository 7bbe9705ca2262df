"""A host that starts again makes people wait, and nobody sees an error."""

import json
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests import postgresql
from tests.browser.certificates import Certificate
from tests.browser.servers import free_port
from tests.environment import ROOT
from tests.hosting import behind, hosts, namespaces
from tests.hosting.hosts import Host
from tests.hosting.walkers import Walked
from tests.upkeep.console import surroundings

COUNT = (
    "from offramp.pairing.models import Request; from offramp.threads.models import Message; "
    "print(Request.objects.count(), Message.objects.count())"
)


class Crowd:
    """People on their way through a proxy, in a process of their own."""

    def __init__(self, origin: str, certificate: Certificate, *, inside: Sequence[str] = ()) -> None:
        command = [*inside, sys.executable, "-m", "tests.hosting.walkers", origin, str(certificate.path)]
        self.walking = subprocess.Popen(
            [*command, "6"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def arrive(self) -> Walked:
        """Nobody sets out any more, and who is on the way goes to the end of it."""
        told, _ = self.walking.communicate(timeout=90)
        return Walked(**json.loads(told))


def test_a_single_host_starts_again_under_load(tmp_path: Path, certificate: Certificate) -> None:
    port = free_port()
    origin = f"https://localhost:{port}"
    host = hosts.on_this_machine(tmp_path, OFFRAMP_ORIGIN=origin)
    before: dict[str, Any] = {"port": port, "upstreams": [host.upstream], "certificate": certificate}
    with hosts.standing(host), behind.caddy(tmp_path / "caddy", **before):
        walked = restarted_under_load(host, crowd=Crowd(origin, certificate))

    assert walked.trouble == [], host.log.read_text()
    assert stored(host) == (walked.requests, walked.messages)


def test_two_hosts_start_again_one_after_the_other_under_load(
    tmp_path: Path, certificate: Certificate
) -> None:
    with postgresql.cluster() as database_url, namespaces.machines(2) as (middle, (one, other)):
        environment = surroundings(
            tmp_path,
            DATABASE_URL=database_url,
            OFFRAMP_ORIGIN="https://localhost",
            PYTHONPATH=str(ROOT),
        )
        hosts.populate(environment)
        pair = [host_on(machine, environment, tmp_path / machine.name) for machine in (one, other)]
        before: dict[str, Any] = {
            "port": 443,
            "upstreams": [host.upstream for host in pair],
            "certificate": certificate,
        }
        with (
            hosts.standing(*pair),
            behind.caddy(tmp_path / "caddy", **before, inside=middle.inside),
        ):
            walked = restarted_under_load(
                *pair, crowd=Crowd("https://localhost", certificate, inside=middle.inside)
            )
            together = stored(pair[0])

    assert walked.trouble == [], [host.log.read_text() for host in pair]
    assert together == (walked.requests, walked.messages)


def host_on(machine: namespaces.Machine, environment: dict[str, str], folder: Path) -> Host:
    folder.mkdir()
    return Host(environment, folder, place=(machine.address, 8000), inside=machine.inside)


def restarted_under_load(*pair: Host, crowd: Crowd) -> Walked:
    time.sleep(4)
    for host in pair:
        host.restart()
        assert host.answers(), host.log.read_text()
        time.sleep(2)
    walked = crowd.arrive()
    assert walked.requests >= 6
    return walked


def stored(host: Host) -> tuple[int, int]:
    """How many requests and messages lie in the database."""
    environment = host.environment | {"DJANGO_SETTINGS_MODULE": "offramp.config.settings"}
    command = [sys.executable, "-m", "django", "shell", "--no-imports", "--command", COUNT]
    said = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
    requests, messages = map(int, said.split())
    return requests, messages
