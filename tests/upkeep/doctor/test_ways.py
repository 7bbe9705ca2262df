"""`offramp doctor --outside`: names, addresses, the way from http, and the onion."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from threading import Thread
from typing import Any

import pytest

from offramp.upkeep.doctor.outside import onion, reach, redirect
from offramp.upkeep.doctor.outside.visitor import Visitor
from tests.browser.servers import free_port
from tests.upkeep.doctor.findings import ADVICE, BROKEN, GOOD, levels, the_one
from tests.upkeep.doctor.proxies import listening

NAME = "help.example.org"
ONION = "http://exampleexample.onion"


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Stands in for the name system, which no test may ask: says what a name leads to."""

    def lead(*addresses: str) -> None:
        real = socket.getaddrinfo

        def look_up(host: str, port: int, *kind: Any, **named: Any) -> list[Any]:
            if host != NAME:
                return real(host, port, *kind, **named)
            if not addresses:
                raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port)) for one in addresses]

        monkeypatch.setattr(socket, "getaddrinfo", look_up)

    return lead


@contextmanager
def open_port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


def test_a_name_that_leads_nowhere_is_found(names: Any) -> None:
    names()

    assert the_one(reach.name(NAME, 443)).level == BROKEN


def test_a_second_address_that_is_dead_is_found(names: Any) -> None:
    names("127.0.0.1", "127.0.0.2")
    with open_port() as port:
        finding = the_one(reach.addresses(NAME, port))

    assert finding.level == BROKEN
    assert "127.0.0.2" in finding.what


def test_an_address_that_cannot_be_tried_from_here_says_nothing(
    names: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    names("127.0.0.1", "2001:db8::1")
    knock = reach.knock
    unreachable = OSError(101, "Network is unreachable")
    monkeypatch.setattr(reach, "knock", lambda place: unreachable if ":" in place[0] else knock(place))

    with open_port() as port:
        assert the_one(reach.addresses(NAME, port)).level == GOOD


class Answering(BaseHTTPRequestHandler):
    status, told = 301, {"Location": "https://localhost/now/"}

    def do_GET(self) -> None:
        self.send_response_only(self.status)
        for name, value in self.told.items():
            self.send_header(name, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_words: object) -> None:
        """Keep quiet."""


@pytest.mark.parametrize(
    ("status", "told", "level"),
    [
        (301, {"Location": "https://localhost/now/"}, GOOD),
        (308, {"Location": "https://localhost/now/", "Server": "nginx"}, GOOD),
        (301, {"Location": "https://localhost/now/", "Server": "nginx/1.22.1"}, ADVICE),
        (301, {"Location": "https://localhost/now/", "Set-Cookie": "seen=1"}, BROKEN),
        (301, {"Location": "https://elsewhere.example/now/"}, BROKEN),
        (301, {"Location": "http://localhost/now/"}, BROKEN),
        (200, {}, BROKEN),
    ],
)
def test_the_way_from_http_leads_to_https_and_says_nothing_else(
    status: int, told: dict[str, str], level: int
) -> None:
    answers = type("Told", (Answering,), {"status": status, "told": told})

    with listening(answers) as port:
        found = the_one(redirect.sent_on(Visitor("https://localhost"), port=port))

    assert found.level == level


def test_a_closed_door_on_http_is_well() -> None:
    assert the_one(redirect.sent_on(Visitor("https://localhost"), port=free_port())).level == GOOD


@pytest.mark.parametrize(("status", "says"), [(400, "OFFRAMP_ORIGIN"), (502, "journalctl")])
def test_an_error_instead_of_the_front_page_says_where_to_look(status: int, says: str) -> None:
    answers = type("Told", (Answering,), {"status": status, "told": {}})

    with listening(answers) as port:
        finding = the_one(reach.answer(Visitor(f"http://localhost:{port}")))

    assert finding.level == BROKEN
    assert says in finding.mend


@contextmanager
def tor(*, reply: int, status: int = 200) -> Iterator[str]:
    """Stands in for Tor: takes a name, as RFC 1928 says, and answers for the site behind it."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        line, _ = listener.accept()
        with line:
            assert line.recv(3) == b"\x05\x01\x00"
            line.sendall(b"\x05\x00")
            asked = line.recv(300)
            assert asked == b"\x05\x01\x00\x03\x14exampleexample.onion\x00\x50"
            line.sendall(bytes([5, reply, 0, 1, 0, 0, 0, 0, 0, 0]))
            if reply == 0:
                assert line.recv(1000).startswith(b"GET / HTTP/1.1\r\nHost: exampleexample.onion\r\n")
                line.sendall(f"HTTP/1.1 {status} So\r\nContent-Length: 0\r\n\r\n".encode())

    serving = Thread(target=serve, daemon=True)
    serving.start()
    yield f"127.0.0.1:{listener.getsockname()[1]}"
    serving.join(5)
    listener.close()


@pytest.mark.parametrize(("reply", "status", "level"), [(0, 200, GOOD), (0, 400, BROKEN), (4, 0, BROKEN)])
def test_the_onion_is_asked_through_tor(reply: int, status: int, level: int) -> None:
    with tor(reply=reply, status=status) as socks:
        assert the_one(onion.answers(ONION, socks)).level == level


def test_an_onion_that_cannot_be_tried_is_said_not_to_have_been() -> None:
    finding = the_one(onion.answers(ONION, f"127.0.0.1:{free_port()}"))

    assert (finding.level, "was not tried" in finding.what) == (ADVICE, True)
    assert levels(onion.answers("", "127.0.0.1:9050")) == [GOOD]
