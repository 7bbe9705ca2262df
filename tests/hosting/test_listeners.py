"""Who listens besides the site's own address: port 80, other names, and what comes through Tor."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks.installation import Installation
from offramp.upkeep.machine import proxies
from tests.browser.certificates import Certificate
from tests.browser.servers import free_port
from tests.environment import ROOT
from tests.hosting import behind, hosts, namespaces
from tests.hosting.conftest import Fronts
from tests.hosting.visitors import rest
from tests.hosting.walkers import Seeker

BOTH = pytest.mark.parametrize("name", list(behind.BOTH))
ONION = f"http://{'a' * 56}.onion"
ASK = """
import http.client, json, sys
connection = http.client.HTTPConnection("127.0.0.1", 80, timeout=20)
connection.request("GET", "/es/now/?a=b", headers={"Host": sys.argv[1]})
try:
    answer = connection.getresponse()
except http.client.RemoteDisconnected:
    print("null")
else:
    print(json.dumps([answer.status, dict(answer.getheaders()), answer.read().decode()]))
"""


@BOTH
def test_port_80_leads_to_the_site_and_tells_nobody_else_of_it(
    name: str, tmp_path: Path, certificate: Certificate
) -> None:
    with namespaces.machines(0) as (machine, _):
        told = {"port": 443, "upstreams": ["127.0.0.1:8000"], "certificate": certificate}
        with behind.BOTH[name](tmp_path, **told, inside=machine.inside):
            asked = [*machine.inside, sys.executable, "-c", ASK]
            ours, others = (
                json.loads(subprocess.run([*asked, host], cwd=ROOT, capture_output=True, check=True).stdout)
                for host in ("localhost", "elsewhere.example")
            )

    status, headers, text = ours
    del headers["Date"]
    assert others is None
    assert (status, headers["Location"]) == (301, "https://localhost/es/now/?a=b")
    if name == "caddy":  # nginx cannot be kept from naming itself here
        assert (set(headers), text) == ({"Location", "Content-Length"}, "")


@BOTH
def test_another_name_is_told_nothing(name: str, fronts: Fronts) -> None:
    visitor = fronts.visitors[name]

    with pytest.raises(OSError, match=r"alert|unrecognized"):
        visitor.speak(b"", name="elsewhere.example")
    assert rest(visitor.speak(b"GET / HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n")) == b""


@BOTH
@pytest.mark.parametrize(
    "said",
    [
        b"nonsense\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"x" * 30_000 + b"\r\n\r\n",
        b"GET /" + b"x" * 30_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
    ],
)
def test_who_does_not_speak_properly_is_not_told_who_listens(name: str, said: bytes, fronts: Fronts) -> None:
    heard = rest(fronts.visitors[name].speak(said)).lower()

    assert b"caddy" not in heard
    assert b"nginx" not in heard


def test_through_tor_everything_works_without_tls(tmp_path: Path, certificate: Certificate) -> None:
    host = hosts.on_this_machine(tmp_path, OFFRAMP_ORIGIN="https://localhost", OFFRAMP_ONION_ORIGIN=ONION)
    onion_port = free_port()
    listener = proxies.filled(proxies.THROUGH_TOR, onion_port=onion_port)
    told: dict[str, Any] = {"port": free_port(), "upstreams": [host.upstream], "certificate": certificate}
    with (
        hosts.standing(host),
        behind.caddy(tmp_path / "caddy", **told, change=lambda text: text + listener),
    ):
        seeker = Seeker(Installation(ONION, onion_port, 0, (), ()), None)
        seeker.walk()

    assert len(seeker.texts) == 7
