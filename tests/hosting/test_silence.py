"""A proxy writes nobody down, keeps nothing that was sent, and does not wait forever."""

import secrets
import socket
import struct
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from offramp.config.asgi import TOO_SLOW
from tests.browser.canaries import Canaries
from tests.browser.certificates import Certificate
from tests.browser.servers import free_port
from tests.hosting import behind
from tests.hosting.behind import Proxy
from tests.hosting.conftest import Fronts
from tests.hosting.recorder import recording
from tests.hosting.visitors import ADDRESS, FORM, Visitor, rest

BOTH = pytest.mark.parametrize("name", list(behind.BOTH))
HANG_UP_RUDELY = struct.pack("ii", 1, 0)


def misbehave(visitor: Visitor, song: str) -> None:
    """All that a proxy's own log would have a line for."""
    page = f"GET /{song}/ HTTP/1.1\r\nHost: localhost\r\n"
    form = (
        f"POST /{song}/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: {FORM}\r\nContent-Length: 5000\r\n\r\n"
    )
    for said in (f"{page}\r\n", page, f"{form}text={song}"):
        connection = visitor.speak(said.encode())
        time.sleep(0.2)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, HANG_UP_RUDELY)
        connection.close()
    for said in (f"{song}\r\n\r\n", f"{page}X: {'x' * 30_000}\r\n\r\n"):
        rest(visitor.speak(said.encode()))
    for knocking in (f"{page}\r\n".encode(), b"\x16\x03\x01" + song.encode() * 9, b""):
        plain = visitor.knock()
        plain.sendall(knocking)
        plain.shutdown(socket.SHUT_WR)
        rest(plain)
    with suppress(OSError):
        visitor.speak(b"", name=f"{song}.example")
    visitor.ask("POST", f"/{song}/", b"text=" + song.encode() * 10_000, **{"Content-Type": FORM})


def traces(proxy: Proxy, song: str) -> set[str]:
    canaries = Canaries()
    canaries.watch("song", song)
    canaries.watch("address", ADDRESS)
    return {what for what, _ in canaries.found_in(proxy.stored())}


def impatient(told: str) -> str:
    return told.replace("lb_try_duration 30s", "lb_try_duration 1s")


def talkative(told: str) -> str:
    """As both would be, left to themselves and asked for more."""
    quiet = {
        "level WARN": "level DEBUG",
        "include tls.obtain tls.renew": "",
        "/dev/null emerg": "stderr info",
    }
    for silence, noise in quiet.items():
        told = told.replace(silence, noise)
    return impatient(told)


@BOTH
@pytest.mark.parametrize(("change", "found"), [(impatient, set()), (talkative, {"song", "address"})])
def test_who_misbehaves_or_meets_nobody_is_not_written_down(
    name: str,
    change: Callable[[str], str],
    found: set[str],
    tmp_path: Path,
    certificate: Certificate,
) -> None:
    port, song = free_port(), f"canary{secrets.token_hex(8)}"
    visitor = Visitor(port, certificate)
    with recording() as site:
        told = {"port": port, "certificate": certificate, "change": change}
        with behind.BOTH[name](tmp_path, upstreams=[site.upstream], **told):
            misbehave(visitor, song)
    with behind.BOTH[name](tmp_path, upstreams=[site.upstream], **told) as proxy:
        misbehave(visitor, song)

    assert traces(proxy, song) == found


def kept_aside(told: str) -> str:
    """nginx as it comes, and told to leave what it puts aside where it is."""
    changes = {
        "proxy_request_buffering off": "proxy_request_buffering on",
        "client_body_in_file_only off": "client_body_in_file_only on",
        "client_body_buffer_size 256k": "client_body_buffer_size 8k",
    }
    for ours, theirs in changes.items():
        assert ours in told
        told = told.replace(ours, theirs)
    return told


@pytest.mark.parametrize(
    ("name", "change", "found"),
    [
        ("caddy", behind.as_it_is, set()),
        ("nginx", behind.as_it_is, set()),
        ("nginx", kept_aside, {"song"}),
    ],
)
def test_a_long_text_is_put_on_no_disk_on_its_way(
    name: str, change: Callable[[str], str], found: set[str], tmp_path: Path, certificate: Certificate
) -> None:
    port, song = free_port(), f"canary{secrets.token_hex(8)}"
    with recording() as site:
        told = {"upstreams": [site.upstream], "certificate": certificate, "change": change}
        with behind.BOTH[name](tmp_path, port=port, **told) as proxy:
            text = b"text=" + song.encode() * 8_000
            assert Visitor(port, certificate).ask("POST", "/help/", text).status == 200

    assert site.heard[0].endswith(text)
    assert traces(proxy, song) == found


def test_who_stalls_is_told_by_the_site_and_let_go_by_the_proxy(fronts: Fronts) -> None:
    head = f"POST /help/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: {FORM}\r\n"
    form = f"{head}Content-Length: 5000\r\n\r\ntext=Half+a+sent"
    chunked = f"{head}Transfer-Encoding: chunked\r\n\r\n800\r\ntext=Half+a+sent"
    with ThreadPoolExecutor(10) as waiting:
        forms = [
            waiting.submit(let_go, visitor.speak(said.encode()))
            for visitor in fronts.visitors.values()
            for said in (form, chunked)
        ]
        heads = [
            waiting.submit(let_go, connection)
            for visitor in fronts.visitors.values()
            for connection in (visitor.speak(head.encode()), visitor.knock())
        ]
    for after, heard in (one.result() for one in forms):
        assert heard.startswith(b"HTTP/1.1 408 ")
        assert heard.endswith(TOO_SLOW.encode())
        assert 14 < after < 25
    for after, heard in (one.result() for one in heads):
        assert (heard, 9 < after < 15) == (b"", True)


def let_go(connection: socket.socket) -> tuple[float, bytes]:
    began = time.monotonic()
    heard = rest(connection)
    return time.monotonic() - began, heard
