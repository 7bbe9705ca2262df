"""The onion address, through a Tor that is near; without one it cannot be tried."""

import http.client
import socket
from collections.abc import Iterator
from urllib.parse import urlsplit

from offramp.upkeep.doctor import mends
from offramp.upkeep.doctor.finding import Finding, advice, broken, good

PATIENCE = 25  # seconds: the first way through Tor takes a while
FIVE, NO_PASSWORD, CONNECT, A_NAME = 5, 0, 1, 3  # of SOCKS, RFC 1928


class NotReached(OSError):
    """Tor answered that it did not get there."""


def answers(onion: str, socks: str) -> Iterator[Finding]:
    if not onion:
        yield good("There is no onion address.")
        return
    try:
        line = socket.create_connection(split(socks), timeout=PATIENCE)
    except OSError:
        yield advice(
            f"The onion address was not tried: no Tor answers on {socks}.",
            why="Nobody knows whether it works.",
            mend="Install it, or say where it is:\n$ apt-get install tor\n$ offramp doctor --socks HOST:PORT",
        )
        return
    with line:
        try:
            status = status_through(line, onion)
        except OSError as trouble:
            yield broken(
                f"The onion address does not answer: {trouble}",
                why="Who may not be seen with this site in their own network has no way in.",
                mend="It takes some minutes to start. Read what it says:\n$ journalctl --unit=tor@default",
            )
            return
    if status == 200:
        yield good("The onion address answers.")
    else:
        why = "Who comes through Tor finds an error."
        yield broken(
            f"The onion address answers with {status}.",
            why=why,
            mend=f"OFFRAMP_ONION_ORIGIN must be that address. Then:\n{mends.RESTART}",
        )


def status_through(line: socket.socket, onion: str) -> int:
    """Raises OSError."""
    parts = urlsplit(onion)
    host, port = parts.hostname or "", parts.port or 80
    line.settimeout(PATIENCE)
    line.sendall(bytes([FIVE, 1, NO_PASSWORD]))
    if line.recv(2) != bytes([FIVE, NO_PASSWORD]):
        raise NotReached("what answers is no Tor.")
    name = host.encode("ascii")
    line.sendall(bytes([FIVE, CONNECT, 0, A_NAME, len(name)]) + name + port.to_bytes(2))
    told = line.recv(64)
    if len(told) < 2 or told[1] != 0:
        raise NotReached("Tor finds no way there.")
    line.sendall(f"GET / HTTP/1.1\r\nHost: {parts.netloc}\r\nConnection: close\r\n\r\n".encode())
    answer = http.client.HTTPResponse(line)
    answer.begin()
    return answer.status


def split(socks: str) -> tuple[str, int]:
    host, _, port = socks.rpartition(":")
    return host, int(port)
